package dev.tollgate.cli.step;

import dev.tollgate.deploy.Acknowledgement;
import dev.tollgate.finding.UserError;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The losses accepted on the command line. */
public final class Acknowledgements {

    @Option(
            names = "--acknowledge",
            paramLabel = "ADDRESS=REASON",
            description = "Accept the loss of this resource, with a reason. Can be repeated.")
    private List<String> given = new ArrayList<>();

    /** Each as an address and a reason. */
    public List<Acknowledgement> all() {
        return given.stream().map(Acknowledgements::one).toList();
    }

    /** Addresses hold no `=` outside of a key's quotes, and a reason may hold any: the first one outside parts them. */
    private static Acknowledgement one(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (text.charAt(i) == '=' && !quoted) {
                String address = text.substring(0, i).strip();
                String reason = text.substring(i + 1).strip();
                if (!address.isEmpty() && !reason.isEmpty()) {
                    return new Acknowledgement(address, reason);
                }
            }
        }
        throw new UserError(
                UserError.Exit.USAGE,
                "`--acknowledge " + text + "` is not ADDRESS=REASON",
                "write it as 'aws_cognito_user_pool.users=the pool has no users yet'");
    }
}
