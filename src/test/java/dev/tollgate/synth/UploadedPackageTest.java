package dev.tollgate.synth;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package by way of a bucket: an object under its digest, from which the function is made. */
class UploadedPackageTest {

    @TempDir
    private static Path project;

    private static Variants variants;
    private static JsonNode resources;

    @BeforeAll
    static void synthesize() throws IOException {
        Files.createDirectories(project.resolve("dist"));
        Zip.write(
                project.resolve("dist/signed.zip"),
                Map.of("app.py", "def handler(event, context): pass\n".getBytes(UTF_8)));
        variants = Variants.shop(project, """
                functions = {
                  shop = { package = "dist/signed.zip", code_signing = "arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-0a1b2c3d4e5f60718", package_bucket = "shop-packages", handler = "app.handler", runtime = "python3.12" }
                }
                moved = { "functions.store" = "functions.shop" }
                """).synthesized();
        resources = variants.stack("shop").path("resource");
    }

    @Test
    void makesTheFunctionFromTheObject() {
        JsonNode function = resources.at("/aws_lambda_function/shop");

        assertThat(function.path("s3_bucket").asText()).isEqualTo("${aws_s3_object.shop.bucket}");
        assertThat(function.path("s3_key").asText()).isEqualTo("${aws_s3_object.shop.key}");
        assertThat(function.has("filename")).isFalse();
        assertThat(function.path("source_code_hash").asText()).hasSize(44);
    }

    @Test
    void namesWhoseSignaturesCount() {
        assertThat(resources
                        .at("/aws_lambda_function/shop/code_signing_config_arn")
                        .asText())
                .endsWith(":code-signing-config:csc-0a1b2c3d4e5f60718");
    }

    @Test
    void keepsEachPackageUnderItsDigest() {
        JsonNode object = resources.at("/aws_s3_object/shop");

        assertThat(object.path("bucket").asText()).isEqualTo("shop-packages");
        assertThat(object.path("key").asText()).matches(".*/[0-9a-f]{64}\\.zip");
        assertThat(object.path("source").asText()).isEqualTo("${path.module}/functions/shop.zip");
        assertThat(object.at("/lifecycle/create_before_destroy").asBoolean()).isTrue();
    }

    @Test
    void goesOnUnderAnotherKey() {
        assertThat(variants.stack("shop").path("moved").toString())
                .contains("{\"from\":\"aws_s3_object.store\",\"to\":\"aws_s3_object.shop\"}");
    }

    @Test
    void isServedFromTheSameZip() {
        Infrastructure infrastructure = ConfigurationReader.read(
                ConfigurationFile.at(variants.folder("shop").resolve("cdk.tf.json"), "shop"), new TreeMap<>());

        assertThat(new FunctionReader(infrastructure, new LocalNames(infrastructure), new ArrayList<>())
                        .zip(infrastructure.ofType("aws_lambda_function").get(0)))
                .hasValueSatisfying(zip -> assertThat(zip.toString()).endsWith("functions/shop.zip"));
    }
}
