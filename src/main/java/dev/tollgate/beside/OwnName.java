package dev.tollgate.beside;

import dev.tollgate.finding.Location;
import java.util.List;

/**
 * A name that own Terraform declares.
 *
 * @param address as Terraform refers to it: {@code aws_sqs_queue.jobs}, {@code var.size}, {@code terraform.backend}
 * @param text what is said of it
 */
public record OwnName(String address, Location location, String text) {

    /** Blocks in {@code terraform} that a module has once. */
    static final List<String> ONCE = List.of("backend", "cloud", "required_providers");
}
