package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.Jwt;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Somebody signs in to a pool that Terraform made, with {@code token --user}: what is sent is what another Cognito than
 * {@code serve} takes. The emulator has its own arithmetic for proofs, and looks at the hash of a client's secret.
 */
class DeployedSignInTest {

    private static final String NAME = "ada";
    private static final String PASSWORD = "Correct-Horse-1";

    private static final String ENVIRONMENT = """
            name      = "signin"
            region    = "eu-west-1"
            api_type  = "none"
            user_pool = { deletion_protection = false }
            clients   = {
              app  = { auth_flows = ["USER_SRP"], secret = true }
              word = { auth_flows = ["USER_PASSWORD"] }
            }
            suppress  = [{ rule = "unsafe-oauth-flow", subject = "clients.word", reason = "a test signs in with it" }]
            """;

    private static Emulator emulator;
    private static Launched tollgate;
    private static String pool;

    @BeforeAll
    static void deploy() {
        emulator = Emulator.start();
        TempProject project = TempProject.named("deployed-sign-in");
        project.environment("signin", ENVIRONMENT);
        Stack stack = new Stack(project.synthesized("signin").resolve("signin"), emulator).init();
        stack.apply().succeeded();
        tollgate = new Launched(project, emulator);
        pool = emulator.cognito(
                        "ListUserPools", JsonNodeFactory.instance.objectNode().put("MaxResults", 10))
                .at("/UserPools/0/Id")
                .asText();
        ObjectNode user =
                JsonNodeFactory.instance.objectNode().put("UserPoolId", pool).put("Username", NAME);
        emulator.cognito("AdminCreateUser", user);
        emulator.cognito(
                "AdminSetUserPassword",
                user.deepCopy().put("Password", PASSWORD).put("Permanent", true));
    }

    @AfterAll
    static void end() {
        if (emulator != null) {
            emulator.close();
        }
    }

    private static Run token(String client, String password, String... more) {
        String[] command = {"token", "-e", "signin", "--client", client, "--user", NAME, "--target", "deployed"};
        String[] all = Arrays.copyOf(command, command.length + more.length);
        System.arraycopy(more, 0, all, command.length, more.length);
        return tollgate.run(
                Map.of(
                        "TOLLGATE_PASSWORD",
                        password,
                        "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER",
                        emulator.environment().get("AWS_ENDPOINT_URL")),
                all);
    }

    private static String issuer(Run run) {
        return ((Jwt.Decoded) Jwt.read(run.succeeded().output().strip()))
                .claims()
                .text("iss")
                .orElseThrow();
    }

    @Test
    void byAProofOfThePassword() {
        assertThat(issuer(token("app", PASSWORD))).endsWith("/" + pool);
        assertThat(issuer(token("app", PASSWORD, "--id-token"))).endsWith("/" + pool);

        Run wrong = token("app", "wrong");
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.output()).contains("unknown, or the password is wrong");
    }

    @Test
    void byThePassword() {
        assertThat(issuer(token("word", PASSWORD))).endsWith("/" + pool);

        Run wrong = token("word", "wrong");
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.output()).contains("unknown, or the password is wrong").doesNotContain(PASSWORD);
    }
}
