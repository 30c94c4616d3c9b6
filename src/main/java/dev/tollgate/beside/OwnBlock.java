package dev.tollgate.beside;

import dev.tollgate.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A block of Terraform: {@code resource "aws_sqs_queue" "jobs" { … }}.
 *
 * @param text all of it as it is written, without comments; empty for a block in a block
 */
public record OwnBlock(String type, List<String> labels, Location location, OwnBody body, String text) {

    public OwnBlock {
        labels = List.copyOf(labels);
    }

    /** What it declares in its module, by the address that Terraform has for each: {@code var.size}. */
    public List<OwnName> declared() {
        List<OwnName> names = new ArrayList<>();
        switch (type) {
            case "resource" -> labelled(2, "").ifPresent(names::add);
            case "data", "ephemeral" -> labelled(2, type + ".").ifPresent(names::add);
            case "module", "output", "check" -> labelled(1, type + ".").ifPresent(names::add);
            case "variable" -> labelled(1, "var.").ifPresent(names::add);
            case "provider" -> labelled(1, "provider.").map(this::aliased).ifPresent(names::add);
            case "locals" ->
                body.attributes()
                        .forEach(local ->
                                names.add(new OwnName("local." + local.name(), local.location(), local.text())));
            case "terraform" ->
                body.blocks().stream()
                        .filter(inner -> OwnName.ONCE.contains(inner.type()))
                        .forEach(inner -> names.add(new OwnName("terraform." + inner.type(), inner.location(), "")));
            default -> {
                // What moves, imports or removes declares nothing.
            }
        }
        return names;
    }

    private Optional<OwnName> labelled(int count, String prefix) {
        return labels.size() == count
                ? Optional.of(new OwnName(prefix + String.join(".", labels), location, text))
                : Optional.empty();
    }

    private OwnName aliased(OwnName provider) {
        return body.attribute("alias")
                .flatMap(OwnAttribute::literal)
                .map(alias -> new OwnName(provider.address() + "." + alias, location, text))
                .orElse(provider);
    }

    /** Whether it is a resource of one of {@code types}. */
    boolean isResourceOf(List<String> types) {
        return type.equals("resource") && labels.size() == 2 && types.contains(labels.get(0));
    }
}
