package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import java.util.List;
import java.util.Map;

/** The operations of people who are not signed in: sign-up, and a forgotten password. */
final class AccountOperations {

    private static final String DELIVERY = "CodeDeliveryDetails";

    private final LocalPool pool;
    private final Accounts accounts;

    AccountOperations(LocalPool pool, Accounts accounts) {
        this.pool = pool;
        this.accounts = accounts;
    }

    Map<String, Operation> all() {
        return Map.of(
                "SignUp", (input, door) -> signUp(input),
                "ConfirmSignUp", (input, door) -> confirm(input),
                "ResendConfirmationCode", (input, door) -> resend(input),
                "ForgotPassword", (input, door) -> forgot(input),
                "ConfirmForgotPassword", (input, door) -> reset(input));
    }

    private LocalClient client(Input input) throws CognitoRefusal {
        LocalClient client = input.client(pool);
        Input.requireSecret(client, input.text("SecretHash"), List.of(input.required("Username")));
        return client;
    }

    private ObjectNode signUp(Input input) throws CognitoRefusal {
        LocalClient client = client(input);
        ObjectNode validation = JsonNodeFactory.instance.objectNode();
        input.attributes("ValidationData").forEach(validation::put);
        Accounts.SignedUp made = accounts.signUp(
                client,
                input.required("Username"),
                input.required("Password"),
                input.attributes("UserAttributes"),
                validation,
                input.member("ClientMetadata"));
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("UserConfirmed", made.account().status() == PoolAccount.Status.CONFIRMED)
                .put("UserSub", made.account().subject());
        made.delivery().ifPresent(delivery -> answer.set(DELIVERY, delivery.json()));
        return answer;
    }

    private ObjectNode confirm(Input input) throws CognitoRefusal {
        accounts.confirm(client(input), input.required("Username"), input.required("ConfirmationCode"));
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode resend(Input input) throws CognitoRefusal {
        return delivered(accounts.resend(client(input), input.required("Username")));
    }

    private ObjectNode forgot(Input input) throws CognitoRefusal {
        return delivered(accounts.forgot(client(input), input.required("Username")));
    }

    private static ObjectNode delivered(Delivery delivery) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set(DELIVERY, delivery.json());
        return answer;
    }

    private ObjectNode reset(Input input) throws CognitoRefusal {
        accounts.reset(
                client(input),
                input.required("Username"),
                input.required("ConfirmationCode"),
                input.required("Password"));
        return JsonNodeFactory.instance.objectNode();
    }
}
