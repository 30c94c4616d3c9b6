package dev.tollgate.tfvars;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.FunctionCode;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Layer;
import dev.tollgate.schema.FunctionKeys;
import dev.tollgate.schema.LayerKeys;
import java.util.List;
import java.util.Optional;

/**
 * Where the code of functions and layers comes from, which both say by the same keys.
 *
 * @param prefix of every name
 * @param tags how many tags the environment has
 */
record CodeBinder(Problems problems, String prefix, int tags) {

    Layer layer(Fields layer) {
        return new Layer(
                layer.name(),
                layer.text(LayerKeys.NAME).orElse(prefix + "-" + layer.name()),
                code(layer, "a layer needs unless it has `package`"),
                packageBucket(layer),
                layer.texts(LayerKeys.RUNTIMES));
    }

    /** What {@code fields} say; a missing source is one that {@code needed} tells of. */
    FunctionCode code(Fields fields, String needed) {
        if (fields.has(FunctionKeys.PACKAGE)) {
            problems.unused(
                    fields,
                    "the package is ready",
                    List.of(FunctionKeys.SOURCE, FunctionKeys.BUILD, FunctionKeys.OUTPUT));
            return new FunctionCode.Ready(fields.word(FunctionKeys.PACKAGE));
        }
        if (!fields.has(FunctionKeys.SOURCE)) {
            problems.missing(fields, FunctionKeys.SOURCE, needed);
        }
        if (!fields.has(FunctionKeys.BUILD)) {
            problems.unused(fields, "there is no `build`", List.of(FunctionKeys.OUTPUT));
            return new FunctionCode.Source(fields.word(FunctionKeys.SOURCE));
        }
        return new FunctionCode.Built(
                fields.word(FunctionKeys.SOURCE), fields.word(FunctionKeys.BUILD), fields.word(FunctionKeys.OUTPUT));
    }

    Optional<String> packageBucket(Fields fields) {
        Optional<String> bucket = fields.text(FunctionKeys.PACKAGE_BUCKET);
        if (bucket.isPresent() && tags > LambdaFunction.Packaged.MOST_TAGS_IN_S3) {
            KeyPath path = fields.path().child(FunctionKeys.PACKAGE_BUCKET.word());
            problems.report(
                    "conflicting-keys",
                    path,
                    "`" + path + "` makes an object of S3, which takes " + LambdaFunction.Packaged.MOST_TAGS_IN_S3
                            + " tags, and `tags` has " + tags,
                    "write fewer `tags`, or make the package smaller");
        }
        return bucket;
    }
}
