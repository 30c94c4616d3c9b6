package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.gateway.read.FunctionReader;
import dev.tollgate.gateway.read.LocalNames;
import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.testing.Variants;
import dev.tollgate.testing.Zip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers of the project's own files, beside those of others. */
class LayersTest {

    private static final String OF_OTHERS = "arn:aws:lambda:eu-west-1:111122223333:layer:others:3";

    @TempDir
    private static Path project;

    private static Variants variants;
    private static JsonNode resources;

    @BeforeAll
    static void synthesize() {
        variants = Variants.shop(project, """
                functions = {
                  shop   = { source = "lambdas/shop", handler = "app.handler", runtime = "python3.12", layers = ["fonts", "OTHERS", "shared"] }
                  shared = { source = "lambdas/shop", handler = "app.handler", runtime = "python3.12", layers = ["OTHERS"] }
                }
                layers = {
                  shared = { source = "layers/shared", package_bucket = "shop-packages" }
                  fonts  = { source = "layers/fonts", build = "mkdir python && echo NAMES=0 > python/fonts.py", description = "what is printed", runtimes = ["python3.12", "python3.14"], architectures = ["arm64"] }
                }
                moved = { "layers.common" = "layers.shared" }
                """.replace("OTHERS", OF_OTHERS))
                .withFile("layers/shared/python/shared.py", "GREETING = 'shared'\n")
                .withFile("layers/shared/.tollgateignore", "*.md\n")
                .withFile("layers/shared/README.md", "")
                .withFile("layers/fonts/.gitignore", "python\n")
                .synthesized();
        resources = variants.stack("shop").path("resource");
    }

    @Test
    void belongToFunctionsInTheOrderOfTheFile() {
        assertThat(resources.at("/aws_lambda_function/shop/layers"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "${aws_lambda_layer_version.fonts.arn}", OF_OTHERS, "${aws_lambda_layer_version.shared.arn}");
        assertThat(resources.at("/aws_lambda_function/shared/layers").asText())
                .isEqualTo("${var.functions[\"shared\"].layers}");
    }

    @Test
    void areMadeBeforeTheFormerOnesGo() {
        JsonNode fonts = resources.at("/aws_lambda_layer_version/fonts");

        assertThat(fonts.path("layer_name").asText())
                .isEqualTo("${coalesce(var.layers[\"fonts\"].name, \"${var.name}-fonts\")}");
        assertThat(fonts.path("filename").asText()).isEqualTo("${path.module}/functions/shop-fonts.layer.zip");
        assertThat(fonts.path("source_code_hash").asText()).hasSize(44);
        assertThat(fonts.at("/lifecycle/create_before_destroy").asBoolean()).isTrue();
        assertThat(fonts.has("skip_destroy")).isFalse();
    }

    @Test
    void holdWhatPackagesHold() throws IOException {
        Path packages = variants.folder("shop").resolve("functions");

        assertThat(Zip.read(packages.resolve("shop-shared.layer.zip"))).containsOnlyKeys("python/shared.py");
        assertThat(Zip.read(packages.resolve("shop-fonts.layer.zip"))).containsKey("python/fonts.py");
        assertThat(Zip.read(packages.resolve("shared.zip"))).containsOnlyKeys("app.py");
    }

    @Test
    void goByWayOfABucketUnderANameThatNoFunctionHas() {
        JsonNode shared = resources.at("/aws_lambda_layer_version/shared");

        assertThat(shared.path("s3_key").asText()).isEqualTo("${aws_s3_object.shared_layer.key}");
        assertThat(shared.has("filename")).isFalse();
        assertThat(resources.at("/aws_s3_object/shared_layer/key").asText()).matches(".*\\.layer/[0-9a-f]{64}\\.zip");
    }

    @Test
    void goOnUnderAnotherKey() {
        assertThat(variants.stack("shop").path("moved").toString())
                .contains(
                        "{\"from\":\"aws_lambda_layer_version.common\",\"to\":\"aws_lambda_layer_version.shared\"}",
                        "{\"from\":\"aws_s3_object.common_layer\",\"to\":\"aws_s3_object.shared_layer\"}");
    }

    @Test
    void askForAProviderThatKnowsTheirRuntimes() {
        assertThat(variants.stack("shop")
                        .at("/terraform/required_providers/aws/version")
                        .asText())
                .startsWith(">= 6");
    }

    @Test
    void areServedFromTheSameZips() {
        Infrastructure infrastructure = ConfigurationReader.read(
                ConfigurationFile.at(variants.folder("shop").resolve("cdk.tf.json"), "shop"), new TreeMap<>());
        List<String> notes = new ArrayList<>();

        assertThat(new FunctionReader(infrastructure, new LocalNames(infrastructure), notes)
                        .layers(infrastructure.find("aws_lambda_function.shop").orElseThrow()))
                .satisfies(layers -> {
                    assertThat(layers.keySet())
                            .containsExactly("aws_lambda_layer_version.fonts", "aws_lambda_layer_version.shared");
                    assertThat(layers.values())
                            .extracting(Path::getFileName)
                            .extracting(Path::toString)
                            .containsExactly("shop-fonts.layer.zip", "shop-shared.layer.zip");
                });
        assertThat(notes)
                .containsExactly("the layer `" + OF_OTHERS
                        + "` of `shop-shop` is not used here: what it imports from it is missing");
    }
}
