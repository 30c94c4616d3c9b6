package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.PoolPeople;
import java.util.List;
import java.util.Optional;

/** Sends people their codes, in the words that the pool's function gives, and takes them back. */
final class CodesByPost {

    private final PoolPeople people;
    private final OneTimeCodes codes;
    private final TriggerCalls triggers;
    private final Post post;

    CodesByPost(PoolPeople people, OneTimeCodes codes, TriggerCalls triggers, Post post) {
        this.people = people;
        this.codes = codes;
        this.triggers = triggers;
        this.post = post;
    }

    /** Takes {@code digits}, or refuses them in Cognito's words. */
    void redeem(PoolAccount account, OneTimeCodes.Purpose purpose, String digits) throws CognitoRefusal {
        codes.redeem(account, purpose, digits);
    }

    /** Of somebody who is not there nothing is said where the client hides that. */
    Delivery simulated(LocalClient client, String username) throws CognitoRefusal {
        if (!client.hidesUnknownUsers()) {
            throw Accounts.unknown();
        }
        String somewhere = AttributeRules.isAddress("email", username) ? username : username + "@example.com";
        return new Delivery("email", somewhere);
    }

    static Optional<String> contact(PoolAccount account, List<String> among) {
        return AttributeRules.ADDRESSES.stream()
                .filter(among::contains)
                .filter(name -> account.attributes().containsKey(name))
                .findFirst();
    }

    Optional<Delivery> sent(LocalClient client, PoolAccount account, OneTimeCodes.Purpose purpose, String source)
            throws CognitoRefusal {
        return sent(client.id(), account, purpose, source, people.verified());
    }

    /**
     * Sends a code to the first of {@code among} that {@code account} has, for the client {@code clientId}; a phone
     * comes before a mail.
     */
    Optional<Delivery> sent(
            String clientId, PoolAccount account, OneTimeCodes.Purpose purpose, String source, List<String> among)
            throws CognitoRefusal {
        Optional<String> attribute = contact(account, among);
        if (attribute.isEmpty()) {
            return Optional.empty();
        }
        Delivery delivery = new Delivery(attribute.get(), account.attributes().getOrDefault(attribute.get(), ""));
        String code = codes.issue(account, purpose);
        String text = worded(clientId, account, source, attribute.get(), "Your confirmation code is {####}");
        post.deliver(delivery.destination(), filled(text, account, code));
        return Optional.of(delivery);
    }

    /** The pool's function has the say on what a message tells, and else it is {@code usual}. */
    private String worded(String clientId, PoolAccount account, String source, String attribute, String usual)
            throws CognitoRefusal {
        ObjectNode request =
                TriggerCalls.about(account).put("codeParameter", "{####}").put("usernameParameter", "{username}");
        request.putObject("clientMetadata");
        ObjectNode response = triggers.run("custom_message", source, clientId, account.name(), request);
        String text = response.path(attribute.equals("email") ? "emailMessage" : "smsMessage")
                .asText("");
        return text.isEmpty() ? usual : text;
    }

    private static String filled(String text, PoolAccount account, String code) {
        return text.replace("{####}", code).replace("{username}", account.name());
    }

    /** Tells somebody of the account that was made for them. */
    void invite(PoolAccount account, String password) throws CognitoRefusal {
        Optional<String> attribute = contact(account, AttributeRules.ADDRESSES);
        if (attribute.isPresent()) {
            String text = worded(
                    TriggerCalls.NO_CLIENT,
                    account,
                    "CustomMessage_AdminCreateUser",
                    attribute.get(),
                    "Your username is {username} and temporary password is {####}");
            post.deliver(account.attributes().getOrDefault(attribute.get(), ""), filled(text, account, password));
        }
    }
}
