package dev.tollgate.synth;

import dev.tollgate.model.Environment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of one environment.
 *
 * @param resources how many resources Terraform will manage
 * @param file the emitted {@code cdk.tf.json}
 * @param time how long it took to build, writing excluded; empty when it was there already
 */
public record Synthesized(Environment environment, int resources, Path file, Optional<Duration> time) {}
