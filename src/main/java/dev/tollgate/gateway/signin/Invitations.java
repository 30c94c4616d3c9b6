package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;

/** Accounts that administrators make, with a password that its owner has to change. */
final class Invitations {

    private final Accounts accounts;
    private final Directory directory;
    private final TriggerCalls triggers;
    private final CodesByPost post;

    Invitations(Accounts accounts, Directory directory, TriggerCalls triggers, CodesByPost post) {
        this.accounts = accounts;
        this.directory = directory;
        this.triggers = triggers;
        this.post = post;
    }

    /** A new account; {@code tells} says whether its owner hears of it. */
    PoolAccount invited(Input input, String password, boolean tells) throws CognitoRefusal {
        SortedMap<String, String> attributes = input.attributes("UserAttributes");
        PoolAccount made =
                accounts.made(input.required("Username"), attributes, PoolAccount.Status.FORCE_CHANGE_PASSWORD);
        ObjectNode request = TriggerCalls.about(made);
        ObjectNode validation = request.putObject("validationData");
        input.attributes("ValidationData").forEach(validation::put);
        request.set("clientMetadata", Accounts.object(input.member("ClientMetadata")));
        // What it says of confirming and verifying counts for nothing here, as in Cognito.
        triggers.runForAdministrator("pre_sign_up", "PreSignUp_AdminCreateUser", made.name(), request);
        PoolAccount account = accounts.set(made, password, false);
        if (tells) {
            post.invite(account, password);
        }
        return account;
    }

    /** Another password for somebody who was invited and has not come yet. */
    PoolAccount again(Input input, String password) throws CognitoRefusal {
        PoolAccount known = directory.find(input.required("Username")).orElseThrow(Accounts::unknown);
        if (known.status() != PoolAccount.Status.FORCE_CHANGE_PASSWORD) {
            throw new CognitoRefusal(
                    "UnsupportedUserStateException",
                    "Resend not possible. " + known.name() + " status is not FORCE_CHANGE_PASSWORD");
        }
        PoolAccount account = accounts.set(known, password, false);
        post.invite(account, password);
        return account;
    }
}
