package dev.tollgate.finding.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Location;
import dev.tollgate.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class GithubAnnotationsTest {

    private static final Location PLACE = new Location("environments/dev.tfvars", 3, 7);

    @Test
    void annotatesTheLineWithMessageAndHint() {
        Finding finding = Finding.of(
                "user-pool-deletable",
                Severity.ERROR,
                "aws_cognito_user_pool.users",
                PLACE,
                "100 % of the users are lost",
                "protect it");

        assertThat(GithubAnnotations.of(List.of(finding)))
                .isEqualTo("::error file=environments/dev.tfvars,line=3,col=7,title=user-pool-deletable"
                        + "::100 %25 of the users are lost%0Ahint: protect it\n");
    }

    @Test
    void callsANoteANotice() {
        Finding note = Finding.of("x", Severity.NOTE, "s", PLACE, "m", "h");

        assertThat(GithubAnnotations.of(List.of(note))).startsWith("::notice file=");
    }

    @Test
    void leavesOutWhatIsSuppressed() {
        Finding accepted = Finding.of("x", Severity.ERROR, "s", PLACE, "m", "h").suppressed("because");

        assertThat(GithubAnnotations.of(List.of(accepted))).isEmpty();
    }

    @Test
    void letsNoFindingAddACommandOfItsOwn() {
        Finding hostile = Finding.of(
                "x",
                Severity.WARNING,
                "s",
                new Location("a,line=9::b\n::stop-commands::x.tf.json", 1, 1),
                "m\n::set-output name=a::b\r::error::\u001b[31m",
                "h\n::add-mask::x");

        String text = GithubAnnotations.of(List.of(hostile));

        assertThat(text.lines()).hasSize(1);
        assertThat(text)
                .isEqualTo(
                        "::warning file=a%2Cline=9%3A%3Ab\\u000a%3A%3Astop-commands%3A%3Ax.tf.json,line=1,col=1,title=x"
                                + "::m\\u000a::set-output name=a::b\\u000d::error::\\u001b[31m%0Ahint: h\\u000a::add-mask::x\n");
    }
}
