package dev.tollgate.tfvars;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Contact;
import dev.tollgate.model.Group;
import dev.tollgate.model.IdentityProvider;
import dev.tollgate.model.People;
import dev.tollgate.model.PoolAttribute;
import dev.tollgate.model.Safety;
import dev.tollgate.model.SignIn;
import dev.tollgate.model.Triggers;
import dev.tollgate.schema.DevicesKeys;
import dev.tollgate.schema.EmailKeys;
import dev.tollgate.schema.GroupKeys;
import dev.tollgate.schema.InvitationMessageKeys;
import dev.tollgate.schema.Key;
import dev.tollgate.schema.MessagesKeys;
import dev.tollgate.schema.PasskeysKeys;
import dev.tollgate.schema.PoolAttributeKeys;
import dev.tollgate.schema.SmsKeys;
import dev.tollgate.schema.TriggerKeys;
import dev.tollgate.schema.UserPoolKeys;
import dev.tollgate.schema.VerificationMessageKeys;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the record of what a pool that is made here offers to people. */
record PeopleBinder(Problems problems) {

    /** What a pool can say that people do not notice, or that every release could say. */
    private static final Set<UserPoolKeys> OF_ANY_POOL = EnumSet.of(
            UserPoolKeys.SOURCE,
            UserPoolKeys.NAME,
            UserPoolKeys.ID,
            UserPoolKeys.SSM_PREFIX,
            UserPoolKeys.DOMAIN_PREFIX,
            UserPoolKeys.DELETION_PROTECTION,
            UserPoolKeys.SELF_SIGN_UP,
            UserPoolKeys.MFA,
            UserPoolKeys.PASSWORD_MINIMUM_LENGTH);

    /** The keys of people. */
    static final List<UserPoolKeys> KEYS = Arrays.stream(UserPoolKeys.values())
            .filter(key -> !OF_ANY_POOL.contains(key))
            .toList();

    People people(Fields pool) {
        SignIn signIn = signIn(pool);
        Contact contact = contact(pool, signIn);
        Safety safety = safety(pool);
        PeopleConflicts conflicts = new PeopleConflicts(problems);
        conflicts.judge(pool, signIn, contact, safety);
        pool.object(UserPoolKeys.MESSAGES)
                .flatMap(messages -> messages.object(MessagesKeys.VERIFICATION))
                .ifPresent(verification ->
                        conflicts.message(verification, contact.messages().byLink()));
        pool.object(UserPoolKeys.TRIGGERS).ifPresent(triggers -> conflicts.tokens(triggers, safety));
        List<PoolAttribute> attributes = pool.each(UserPoolKeys.ATTRIBUTES, this::attribute);
        List<IdentityProvider> providers =
                pool.each(UserPoolKeys.IDENTITY_PROVIDERS, new ProviderBinder(problems)::provider);
        conflicts.providers(pool, providers);
        providers.forEach(provider -> conflicts.mapping(pool, provider, attributes));
        return new People(
                KEYS.stream().anyMatch(pool::has),
                signIn,
                attributes,
                contact,
                safety,
                pool.object(UserPoolKeys.TRIGGERS)
                        .map(this::triggers)
                        .orElse(new Triggers(new TreeMap<>(), "", Optional.empty())),
                pool.each(UserPoolKeys.GROUPS, PeopleBinder::group),
                providers);
    }

    private static SignIn signIn(Fields pool) {
        return new SignIn(
                pool.texts(UserPoolKeys.SIGN_IN),
                pool.texts(UserPoolKeys.ALIASES),
                pool.truth(UserPoolKeys.CASE_SENSITIVE),
                pool.texts(UserPoolKeys.FIRST_FACTORS),
                pool.object(UserPoolKeys.PASSKEYS)
                        .map(passkeys -> new SignIn.Passkeys(
                                passkeys.text(PasskeysKeys.RELYING_PARTY_ID),
                                passkeys.word(PasskeysKeys.USER_VERIFICATION))));
    }

    private static Contact contact(Fields pool, SignIn signIn) {
        return new Contact(
                pool.written().containsKey(UserPoolKeys.VERIFY.word())
                        ? pool.texts(UserPoolKeys.VERIFY)
                        : verified(pool, signIn),
                pool.texts(UserPoolKeys.VERIFY_BEFORE_UPDATE),
                pool.has(UserPoolKeys.RECOVERY) ? pool.texts(UserPoolKeys.RECOVERY) : recovery(signIn),
                pool.object(UserPoolKeys.EMAIL).map(PeopleBinder::mail),
                pool.object(UserPoolKeys.SMS)
                        .map(sms -> new Contact.Sms(
                                sms.text(SmsKeys.ROLE_ARN), sms.text(SmsKeys.EXTERNAL_ID), sms.text(SmsKeys.REGION))),
                pool.object(UserPoolKeys.MESSAGES)
                        .map(PeopleBinder::messages)
                        .orElse(new Contact.Messages(
                                false, Contact.Message.NONE, Contact.Message.NONE, Contact.Message.NONE)));
    }

    /** Whoever signs up has to confirm an address, and whoever signs in with one has to own it. */
    private static List<String> verified(Fields pool, SignIn signIn) {
        List<String> addresses =
                List.of("email", "phone_number").stream().filter(signIn::takes).toList();
        return addresses.isEmpty() && pool.truth(UserPoolKeys.SELF_SIGN_UP) ? List.of("email") : addresses;
    }

    private static List<String> recovery(SignIn signIn) {
        return signIn.takes("phone_number") && !signIn.takes("email") ? List.of("phone_number") : List.of("email");
    }

    private static Contact.Mail mail(Fields email) {
        return new Contact.Mail(
                email.word(EmailKeys.IDENTITY_ARN),
                email.text(EmailKeys.FROM),
                email.text(EmailKeys.REPLY_TO),
                email.text(EmailKeys.CONFIGURATION_SET));
    }

    private static Contact.Messages messages(Fields messages) {
        Optional<Fields> verification = messages.object(MessagesKeys.VERIFICATION);
        return new Contact.Messages(
                verification
                        .map(one -> one.word(VerificationMessageKeys.BY).equals("link"))
                        .orElse(false),
                message(
                        verification,
                        VerificationMessageKeys.SUBJECT,
                        VerificationMessageKeys.BODY,
                        VerificationMessageKeys.SMS),
                message(
                        messages.object(MessagesKeys.INVITATION),
                        InvitationMessageKeys.SUBJECT,
                        InvitationMessageKeys.BODY,
                        InvitationMessageKeys.SMS),
                message(Optional.of(messages), MessagesKeys.MFA_SUBJECT, MessagesKeys.MFA_BODY, MessagesKeys.MFA_SMS));
    }

    private static Contact.Message message(Optional<Fields> message, Key subject, Key body, Key sms) {
        return new Contact.Message(
                message.flatMap(one -> one.text(subject)),
                message.flatMap(one -> one.text(body)),
                message.flatMap(one -> one.text(sms)));
    }

    private static Safety safety(Fields pool) {
        String threatProtection = pool.word(UserPoolKeys.THREAT_PROTECTION);
        return new Safety(
                pool.texts(UserPoolKeys.PASSWORD_REQUIRES),
                pool.whole(UserPoolKeys.PASSWORD_TEMPORARY_DAYS),
                pool.whole(UserPoolKeys.PASSWORD_HISTORY),
                pool.texts(UserPoolKeys.MFA_METHODS),
                pool.object(UserPoolKeys.DEVICES)
                        .map(devices -> new Safety.Devices(
                                devices.truth(DevicesKeys.CHALLENGE_REQUIRED_ON_NEW_DEVICE),
                                devices.truth(DevicesKeys.DEVICE_ONLY_REMEMBERED_ON_USER_PROMPT))),
                threatProtection,
                pool.text(UserPoolKeys.TIER).orElse(threatProtection.equals("OFF") ? "ESSENTIALS" : "PLUS"));
    }

    private PoolAttribute attribute(Fields attribute) {
        PoolAttribute bound = new PoolAttribute(
                attribute.name(),
                attribute.word(PoolAttributeKeys.TYPE),
                attribute.truth(PoolAttributeKeys.REQUIRED),
                attribute.truth(PoolAttributeKeys.MUTABLE),
                bounds(attribute, PoolAttributeKeys.MIN_LENGTH, PoolAttributeKeys.MAX_LENGTH),
                bounds(attribute, PoolAttributeKeys.MIN_VALUE, PoolAttributeKeys.MAX_VALUE));
        if (bound.required() && !bound.isStandard()) {
            problems.unused(
                    attribute, "Cognito requires no attribute of your own", List.of(PoolAttributeKeys.REQUIRED));
        }
        if (!bound.type().equals("string")) {
            problems.unused(
                    attribute,
                    "only a string has a length",
                    List.of(PoolAttributeKeys.MIN_LENGTH, PoolAttributeKeys.MAX_LENGTH));
        }
        if (!bound.type().equals("number")) {
            problems.unused(
                    attribute,
                    "only a number has a value between two others",
                    List.of(PoolAttributeKeys.MIN_VALUE, PoolAttributeKeys.MAX_VALUE));
        }
        if (bound.isStandard()) {
            problems.unused(
                    attribute,
                    "`" + attribute.name() + "` is a standard attribute, and Cognito says what its values are",
                    List.of(
                            PoolAttributeKeys.TYPE,
                            PoolAttributeKeys.MIN_LENGTH,
                            PoolAttributeKeys.MAX_LENGTH,
                            PoolAttributeKeys.MIN_VALUE,
                            PoolAttributeKeys.MAX_VALUE));
        }
        return bound;
    }

    private PoolAttribute.Bounds bounds(Fields attribute, Key least, Key most) {
        PoolAttribute.Bounds bounds = new PoolAttribute.Bounds(attribute.number(least), attribute.number(most));
        if (bounds.least().isPresent()
                && bounds.most().isPresent()
                && bounds.least().get() > bounds.most().get()) {
            KeyPath path = attribute.path().child(most.word());
            problems.report(
                    "conflicting-keys",
                    path,
                    "`" + path + "` is " + bounds.most().get() + ", less than `" + least + "`, "
                            + bounds.least().get(),
                    "raise `" + most + "` or lower `" + least + "`");
        }
        return bounds;
    }

    private Triggers triggers(Fields triggers) {
        SortedMap<String, String> functions = new TreeMap<>();
        Arrays.stream(TriggerKeys.values()).filter(TriggerKeys::isFunction).forEach(key -> triggers.text(key)
                .ifPresent(function -> functions.put(key.word(), function)));
        for (TriggerKeys sender : List.of(TriggerKeys.CUSTOM_EMAIL_SENDER, TriggerKeys.CUSTOM_SMS_SENDER)) {
            if (triggers.has(sender) && !triggers.has(TriggerKeys.KMS_KEY_ARN)) {
                problems.missing(triggers, TriggerKeys.KMS_KEY_ARN, "`" + sender + "` gets its codes encrypted with");
            }
        }
        return new Triggers(
                functions,
                triggers.word(TriggerKeys.PRE_TOKEN_GENERATION_VERSION),
                triggers.text(TriggerKeys.KMS_KEY_ARN));
    }

    private static Group group(Fields group) {
        return new Group(
                group.name(),
                group.text(GroupKeys.DESCRIPTION),
                group.whole(GroupKeys.PRECEDENCE),
                group.text(GroupKeys.ROLE_ARN));
    }
}
