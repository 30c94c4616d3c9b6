package dev.tollgate.synth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.model.Contact;
import dev.tollgate.model.People;
import dev.tollgate.model.UserPool;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a pool offers to people, as attributes of {@code aws_cognito_user_pool}. The bindings' classes are older than
 * half of these, so that all of them are put in as data, under their names in Terraform.
 */
final class PeopleSettings {

    private static final Map<String, String> RECOVERY = new TreeMap<>(
            Map.of("email", "verified_email", "phone_number", "verified_phone_number", "admin_only", "admin_only"));

    private final ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    private final UserPool.Created pool;
    private final People people;

    private PeopleSettings(UserPool.Created pool) {
        this.pool = pool;
        this.people = pool.people();
    }

    /** The attributes of {@code pool} that say what it offers to people; none where the file says nothing of it. */
    static ObjectNode of(UserPool.Created pool) {
        PeopleSettings settings = new PeopleSettings(pool);
        settings.texts("auto_verified_attributes", pool.people().contact().verified());
        if (pool.people().written()) {
            settings.signIn();
            settings.contact();
            settings.messages();
            settings.safety();
        }
        return settings.attributes;
    }

    /** What a way to recover an account is called. */
    static String recovery(String way) {
        return RECOVERY.getOrDefault(way, way);
    }

    private void signIn() {
        if (people.signIn().isByUserName()) {
            texts("alias_attributes", people.signIn().aliases());
        } else {
            texts("username_attributes", people.signIn().by());
        }
        if (!people.attributes().isEmpty()) {
            ArrayNode schema = attributes.putArray("schema");
            people.attributes().forEach(attribute -> schema.add(PoolSchema.of(attribute)));
        }
        // The plan LITE has no choice, and AWS refuses even the only one.
        if (!people.safety().tier().equals("LITE")) {
            people.signIn()
                    .firstFactors()
                    .forEach(attributes.putObject("sign_in_policy").putArray("allowed_first_auth_factors")::add);
        }
        people.signIn().passkeys().ifPresent(passkeys -> {
            ObjectNode webAuthn = attributes
                    .putObject("web_authn_configuration")
                    .put("user_verification", passkeys.userVerification());
            passkeys.relyingParty().ifPresent(domain -> webAuthn.put("relying_party_id", domain));
        });
    }

    private void contact() {
        Contact contact = people.contact();
        if (!contact.verifiedBeforeUpdate().isEmpty()) {
            contact.verifiedBeforeUpdate()
                    .forEach(attributes
                            .putObject("user_attribute_update_settings")
                            .putArray("attributes_require_verification_before_update")::add);
        }
        contact.mail().ifPresent(mail -> {
            ObjectNode email = attributes
                    .putObject("email_configuration")
                    .put("email_sending_account", "DEVELOPER")
                    .put("source_arn", Hcl.literal(mail.identityArn()));
            mail.from().ifPresent(from -> email.put("from_email_address", Hcl.literal(from)));
            mail.replyTo().ifPresent(address -> email.put("reply_to_email_address", Hcl.literal(address)));
            mail.configurationSet().ifPresent(set -> email.put("configuration_set", set));
        });
    }

    private void messages() {
        Contact.Messages messages = people.contact().messages();
        ObjectNode verification = attributes
                .putObject("verification_message_template")
                .put("default_email_option", messages.byLink() ? "CONFIRM_WITH_LINK" : "CONFIRM_WITH_CODE");
        String way = messages.byLink() ? "_by_link" : "";
        message(verification, messages.verification(), "email_subject" + way, "email_message" + way);
        if (messages.invitation().isWritten()) {
            // The provider sends all three, and Cognito refuses an empty one: these are its own words.
            ObjectNode invitation = attributes
                    .putObject("admin_create_user_config")
                    .putObject("invite_message_template")
                    .put("email_subject", "Your temporary password")
                    .put("email_message", "Your username is {username} and temporary password is {####}.")
                    .put("sms_message", "Your username is {username} and temporary password is {####}.");
            message(invitation, messages.invitation(), "email_subject", "email_message");
        }
        messages.mfa().sms().ifPresent(text -> attributes.put("sms_authentication_message", Hcl.literal(text)));
    }

    private static void message(ObjectNode to, Contact.Message message, String subject, String body) {
        message.subject().ifPresent(text -> to.put(subject, Hcl.literal(text)));
        message.body().ifPresent(text -> to.put(body, Hcl.literal(text)));
        message.sms().ifPresent(text -> to.put("sms_message", Hcl.literal(text)));
    }

    private void safety() {
        // Whoever leaves it out keeps the plan that the pool has, and its price.
        attributes.put("user_pool_tier", people.safety().tier());
        if (people.safety().isThreatProtected()) {
            attributes
                    .putObject("user_pool_add_ons")
                    .put("advanced_security_mode", people.safety().threatProtection());
        }
        if (people.safety().passwordHistory() > 0) {
            attributes
                    .putObject("password_policy")
                    .put("password_history_size", people.safety().passwordHistory());
        }
        people.safety().devices().ifPresent(devices -> attributes
                .putObject("device_configuration")
                .put("challenge_required_on_new_device", devices.challengeRequiredOnNewDevice())
                .put("device_only_remembered_on_user_prompt", devices.deviceOnlyRememberedOnUserPrompt()));
        if (pool.hasMfa() && people.safety().mfaMethods().contains("email")) {
            ObjectNode mail = attributes.putObject("email_mfa_configuration");
            Contact.Message message = people.contact().messages().mfa();
            mail.put("subject", message.subject().map(Hcl::literal).orElse("Your verification code"));
            mail.put("message", message.body().map(Hcl::literal).orElse("Your verification code is {####}."));
        }
    }

    private void texts(String name, List<String> texts) {
        if (!texts.isEmpty()) {
            texts.forEach(attributes.putArray(name)::add);
        }
    }
}
