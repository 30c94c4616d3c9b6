package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.lambda_layer_version.LambdaLayerVersionConfig;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Layer;
import dev.tollgate.model.Packed;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.FunctionKeys;
import dev.tollgate.schema.LayerKeys;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The layers of the project's own files. What is new in one is another version of it: functions get that before the
 * former one goes, of which Lambda keeps a copy for those that still refer to it.
 */
final class Layers {

    private final SortedMap<String, Element> made = new TreeMap<>();

    Layers(Elements elements, List<Layer> asked, Function<Packed, Packages.Zip> packages) {
        for (Layer layer : asked) {
            made.put(layer.id(), add(elements, layer, packages.apply(layer)));
        }
    }

    private static Element add(Elements elements, Layer layer, Packages.Zip zip) {
        KeyPath source = KeyPath.of(layer.section(), layer.id());
        Variable variable = Variable.of(EnvironmentKeys.LAYERS).entry(layer.id());
        String name = variable.at(LayerKeys.NAME).textOr("\"${var.name}-" + layer.id() + "\"");
        LambdaLayerVersionConfig.Builder builder = LambdaLayerVersionConfig.builder()
                .layerName(name)
                .description(variable.at(LayerKeys.DESCRIPTION).text())
                .compatibleRuntimes(variable.at(LayerKeys.RUNTIMES).texts())
                .compatibleArchitectures(variable.at(LayerKeys.ARCHITECTURES).texts())
                .sourceCodeHash(zip.sha256());
        layer.packageBucket()
                // A function may have the same name, but for the dot.
                .map(bucket -> UploadedPackage.add(
                        elements,
                        source.child(FunctionKeys.PACKAGE_BUCKET.word()),
                        layer.objectLabel(),
                        bucket,
                        name + ".layer",
                        zip))
                .ifPresentOrElse(
                        object -> builder.s3Bucket(object.attribute("bucket")).s3Key(object.attribute("key")),
                        () -> builder.filename(zip.path()));
        return elements.add(source, layer.label(), builder.build()).createdBeforeDestroyed();
    }

    /** What {@code function} has, in the order of the file, which {@code variable} carries. */
    List<String> of(LambdaFunction.Packaged function, Variable variable) {
        return function.layers().stream().allMatch(Layer::isArn)
                ? variable.texts()
                : function.layers().stream().map(this::arn).toList();
    }

    private String arn(String named) {
        Element layer = made.get(named);
        if (layer == null && !Layer.isArn(named)) {
            throw new IllegalStateException("validation lets no unknown layer through: " + named);
        }
        return layer == null ? Hcl.literal(named) : layer.attribute("arn");
    }
}
