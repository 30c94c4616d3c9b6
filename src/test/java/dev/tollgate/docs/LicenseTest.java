package dev.tollgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What may be done with Tollgate, and with what is in it. {@code src/test/dist/holds} looks into the distribution. */
class LicenseTest {

    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>(.*?)</dependency>",
            Pattern.DOTALL);

    @Test
    void isUnderTheApacheLicense() throws IOException {
        assertThat(Files.readString(Path.of("LICENSE")))
                .contains("Apache License", "Version 2.0, January 2004", "Copyright 2026 the Tollgate authors");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<name>Apache-2.0</name>");
    }

    @Test
    void namesTheLicensesOfAllThatItShips() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String dependencies = pom.substring(pom.indexOf("</dependencyManagement>"), pom.indexOf("<build>"));
        List<String> shipped = new ArrayList<>();
        Matcher matcher = DEPENDENCY.matcher(dependencies);
        while (matcher.find()) {
            if (!matcher.group(3).contains("<scope>test</scope>")) {
                shipped.add(matcher.group(2));
            }
        }

        assertThat(shipped).hasSizeGreaterThan(15);
        assertThat(Files.readString(Path.of("NOTICE"))).contains(shipped);
    }

    @Test
    void saysWhichPartsAreUnderTheMozillaPublicLicense() throws IOException {
        assertThat(Files.readString(Path.of("NOTICE")))
                .containsPattern("(?s)Mozilla Public License 2\\.0.*com\\.hashicorp:cdktf .*Apache License 2\\.0");
    }
}
