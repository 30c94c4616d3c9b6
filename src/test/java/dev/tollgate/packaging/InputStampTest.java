package dev.tollgate.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.FunctionCode;
import dev.tollgate.testing.Folder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputStampTest {

    private static final FunctionCode SOURCE = new FunctionCode.Source("f");
    private static final FunctionCode BUILT = new FunctionCode.Built("f", "true", ".");
    private static final FunctionCode READY = new FunctionCode.Ready("f.zip");

    @TempDir
    private Path temp;

    private Folder project;
    private InputStamp stamp;

    @BeforeEach
    void makeProject() throws IOException {
        project = new Folder(temp);
        project.write("f/app.py", "def handler(event, context): pass\n");
        stamp = new InputStamp(temp);
    }

    @Test
    void changesWithWhatIsPacked() throws IOException {
        long before = stamp.of(SOURCE);
        assertThat(stamp.of(SOURCE)).isEqualTo(before);

        project.append("f/app.py", "# more\n");
        long edited = stamp.of(SOURCE);
        project.write("f/orders.py", "");
        long added = stamp.of(SOURCE);
        project.move("f/orders.py", "f/books.py");
        long renamed = stamp.of(SOURCE);
        assertThat(project.resolve("f/app.py").toFile().setExecutable(true)).isTrue();

        assertThat(new long[] {before, edited, added, renamed, stamp.of(SOURCE)})
                .doesNotHaveDuplicates();
    }

    @Test
    void leavesOutWhatDoesNotCount() throws IOException {
        project.write("f/.gitignore", "made/\n");
        project.write("f/.tollgateignore", "tests/\n");
        long source = stamp.of(SOURCE);
        long built = stamp.of(BUILT);

        project.write("f/made/app.js", "");
        assertThat(stamp.of(BUILT)).isEqualTo(built);
        assertThat(stamp.of(SOURCE)).isNotEqualTo(source);
        source = stamp.of(SOURCE);
        project.write("f/tests/test_app.py", "");

        assertThat(stamp.of(SOURCE)).isEqualTo(source);
        assertThat(stamp.of(BUILT)).as("a build may read its tests").isNotEqualTo(built);
    }

    @Test
    void tellsThatNothingIsThere() throws IOException {
        assertThat(stamp.of(READY)).isEqualTo(-1);

        project.write("f.zip", "one");
        long first = stamp.of(READY);
        project.write("f.zip", "other");

        assertThat(new long[] {-1, first, stamp.of(READY)}).doesNotHaveDuplicates();
    }
}
