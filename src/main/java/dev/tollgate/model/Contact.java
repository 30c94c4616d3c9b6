package dev.tollgate.model;

import java.util.List;
import java.util.Optional;

/**
 * How a pool reaches its people, and what it says.
 *
 * @param verified addresses that Cognito verifies itself
 * @param verifiedBeforeUpdate addresses that stay until a new one is verified
 * @param recovery over which addresses an account is recovered, the best first
 * @param mail by whom mails are sent; by Cognito itself when empty
 */
public record Contact(
        List<String> verified,
        List<String> verifiedBeforeUpdate,
        List<String> recovery,
        Optional<Mail> mail,
        Optional<Sms> sms,
        Messages messages) {

    public Contact {
        verified = List.copyOf(verified);
        verifiedBeforeUpdate = List.copyOf(verifiedBeforeUpdate);
        recovery = List.copyOf(recovery);
    }

    /** An identity in SES that sends the mails. */
    public record Mail(
            String identityArn, Optional<String> from, Optional<String> replyTo, Optional<String> configurationSet) {}

    /** How text messages are sent; the role is made here unless it is named. */
    public record Sms(Optional<String> roleArn, Optional<String> externalId, Optional<String> region) {}

    /** What is written to people; Cognito's own words where a text is empty. */
    public record Messages(boolean byLink, Message verification, Message invitation, Message mfa) {}

    /** One occasion's mail and text message. */
    public record Message(Optional<String> subject, Optional<String> body, Optional<String> sms) {

        /** Cognito's own words. */
        public static final Message NONE = new Message(Optional.empty(), Optional.empty(), Optional.empty());

        /** Whether any of it is the file's own. */
        public boolean isWritten() {
            return subject.isPresent() || body.isPresent() || sms.isPresent();
        }
    }
}
