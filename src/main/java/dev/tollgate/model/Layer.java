package dev.tollgate.model;

import java.util.List;
import java.util.Optional;

/**
 * Files that functions find under {@code /opt}, made by this environment.
 *
 * @param name the one that it goes by in Lambda
 * @param runtimes those that it says it is for
 */
public record Layer(String id, String name, FunctionCode code, Optional<String> packageBucket, List<String> runtimes)
        implements Packed {

    public Layer {
        runtimes = List.copyOf(runtimes);
    }

    /** Whether {@code named}, in a function's list, is a layer that somebody else makes. */
    public static boolean isArn(String named) {
        return named.contains(":");
    }

    /** The name of its resource in Terraform. */
    public String label() {
        return Label.ofKey(id);
    }

    /** The same of the object that its package is: a function's stand among them. */
    public String objectLabel() {
        return label() + "_layer";
    }

    @Override
    public String section() {
        return "layers";
    }

    @Override
    public String title() {
        return "layer `" + id + "`";
    }

    @Override
    public String address() {
        return "aws_lambda_layer_version." + label();
    }

    @Override
    public String zip() {
        // The provider makes another version for another path, and a renamed key is none.
        return name + ".layer.zip";
    }
}
