package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.gateway.read.FunctionReader;
import dev.tollgate.gateway.read.LocalNames;
import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.testing.Variants;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file system of a function: mounted by an access point, by which alone its role may. */
class FileSystemTest {

    private static final String ACCESS_POINT =
            "arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-0a1b2c3d4e5f60718";

    @TempDir
    private static Path project;

    private static Variants variants;
    private static JsonNode resources;

    @BeforeAll
    static void synthesize() {
        variants = Variants.shop(project, """
                functions = {
                  shop = {
                    source      = "lambdas/shop"
                    handler     = "app.handler"
                    runtime     = "python3.12"
                    vpc         = { subnet_ids = ["subnet-0a1b2c3d"], security_group_ids = ["sg-0a1b2c3d"] }
                    file_system = { access_point = "ACCESS_POINT", path = "/mnt/goods" }
                  }
                }
                """.replace("ACCESS_POINT", ACCESS_POINT))
                .synthesized();
        resources = variants.stack("shop").path("resource");
    }

    @Test
    void mountsByTheAccessPoint() {
        JsonNode mounted = resources.at("/aws_lambda_function/shop/file_system_config");

        assertThat(mounted.path("arn").asText()).isEqualTo(ACCESS_POINT);
        assertThat(mounted.path("local_mount_path").asText()).isEqualTo("/mnt/goods");
    }

    @Test
    void mayMountByThatAlone() {
        assertThat(resources.at("/aws_iam_role_policy/shop/policy").asText())
                .contains(
                        "\"Action\":[\"elasticfilesystem:ClientMount\",\"elasticfilesystem:ClientWrite\"],\"Resource\":"
                                + "[\"arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/*\"],\"Condition\":"
                                + "{\"StringEquals\":{\"elasticfilesystem:AccessPointArn\":\"" + ACCESS_POINT + "\"}}");
    }

    @Test
    void isNamedWhereItIsNotMounted() {
        Infrastructure infrastructure = ConfigurationReader.read(
                ConfigurationFile.at(variants.folder("shop").resolve("cdk.tf.json"), "shop"), new TreeMap<>());
        List<String> notes = new ArrayList<>();

        new FunctionReader(infrastructure, new LocalNames(infrastructure), notes)
                .read(infrastructure.ofType("aws_lambda_function").get(0), project);

        assertThat(notes)
                .containsExactly("the file system of `shop-shop` is not mounted here: `/mnt/goods` is missing");
    }
}
