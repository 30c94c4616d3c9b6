package dev.tollgate.synth;

import dev.tollgate.model.Environment;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What became of one environment.
 *
 * @param resources how many resources Terraform will manage
 * @param file the emitted {@code cdk.tf.json}
 * @param time how long it took to build, writing excluded
 */
public record Synthesized(Environment environment, int resources, Path file, Duration time) {}
