package dev.tollgate.e2e;

import dev.tollgate.testing.Folder;
import dev.tollgate.testing.SeededPlans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Terraform remembers of a seeded stack that is applied, for when it is not kept yet. */
final class AppliedModule {

    private static final Pattern PACKAGE = Pattern.compile("\"(\\w+\\.zip)\"");

    private AppliedModule() {}

    static void keep(String stack, Map<String, String> files) throws IOException {
        Folder folder = new Folder(Path.of("target", "seeded-" + stack).toAbsolutePath());
        if (Files.exists(folder.path())) {
            folder.remove("");
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            folder.write("good/" + file.getKey(), file.getValue());
            Matcher named = PACKAGE.matcher(file.getValue());
            while (named.find()) {
                folder.write(named.group(1), "a zip");
            }
        }
        folder.write("main.tf", """
                provider "aws" {
                  region = "eu-west-1"
                }

                module "good" {
                  source = "./good"
                }
                """);
        try (Emulator emulator = Emulator.startKnowing("aws_wafv2_web_acl")) {
            new Stack(folder.path(), emulator).init().apply().succeeded();
        }
        Files.copy(folder.resolve("terraform.tfstate"), SeededPlans.state(stack));
    }
}
