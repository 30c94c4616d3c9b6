package dev.tollgate.synth;

import dev.tollgate.model.Environment;
import java.nio.file.Path;

/**
 * What became of one environment.
 *
 * @param resources how many resources Terraform will manage
 * @param file the emitted {@code cdk.tf.json}
 */
public record Synthesized(Environment environment, int resources, Path file) {}
