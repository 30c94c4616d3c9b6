package dev.tollgate.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.UserError;
import dev.tollgate.model.Packed;
import dev.tollgate.testing.Folder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes of a source that changes while its function is served. */
class FollowedPackagesTest {

    private static final String ADDRESS = "aws_lambda_function.api";

    @TempDir
    private Path made;

    private Folder project;
    private FollowedPackages followed;
    private final Served served = new Served();

    /** Takes what it is given while it may. */
    private static final class Served implements FollowedPackages.Listener {

        private final Map<String, Path> packages = new TreeMap<>(Map.of(ADDRESS, Path.of("former.zip")));
        private final List<Path> zips = new ArrayList<>();
        private final List<String> blocked = new ArrayList<>();
        private boolean takes = true;

        @Override
        public void built(FunctionBuilds.Ran ran) {
            throw new AssertionError(ran);
        }

        @Override
        public void refused(UserError why) {
            throw new AssertionError(why);
        }

        @Override
        public boolean made(Packed what, Path zip) {
            zips.add(zip);
            if (takes) {
                packages.put(what.address(), zip);
            }
            return takes;
        }

        @Override
        public void blocked(List<Finding> why) {
            why.forEach(finding -> blocked.add(finding.rule()));
        }
    }

    @BeforeEach
    void follow() throws IOException {
        project = new Folder(made);
        project.write("environments/shop.tfvars", """
                name      = "shop"
                region    = "eu-west-1"
                api_type  = "none"
                user_pool = { triggers = { pre_sign_up = "api" } }
                functions = { api = { source = "api", handler = "app.handler", runtime = "python3.12" } }
                """);
        project.write("api/app.py", handler("1"));
        followed = new Pipeline(made, LocalDate.of(2026, 11, 30))
                .follow("shop", Map.of(), made.resolve("scratch"))
                .orElseThrow();
        look();
    }

    private static String handler(String note) {
        return "def handler(event, context): pass  # " + note + "\n";
    }

    /** What is seen the same twice has been written. */
    private void look() {
        followed.look(served.packages, served);
        followed.look(served.packages, served);
    }

    private void write(String text) throws IOException {
        project.write("api/app.py", text);
        look();
    }

    @Test
    void keepsWhatIsInUseWhereANewPackageIsNotTaken() throws IOException {
        assertThat(served.zips).hasSize(1);

        served.takes = false;
        write(handler("twenty-two"));
        assertThat(served.zips).hasSize(2).allSatisfy(zip -> assertThat(zip).exists());

        served.takes = true;
        write(handler("three hundred"));
        assertThat(served.zips).hasSize(3);
        assertThat(served.zips.get(0)).doesNotExist();
        assertThat(served.zips.get(2)).exists();
    }

    @Test
    void tellsOnceWhatASynthWouldRefuse() throws IOException {
        assertThat(served.blocked).isEmpty();

        write("def other(event, context): pass\n");
        write("def another(event, context): pass\n");
        assertThat(served.blocked).containsExactly("function-source-missing");

        write(handler("fixed"));
        write("def otherwise(event, context): pass\n");
        assertThat(served.blocked).containsExactly("function-source-missing", "function-source-missing");
    }
}
