package dev.tollgate.tfvars;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.ClientSession;
import dev.tollgate.model.Contact;
import dev.tollgate.model.IdentityProvider;
import dev.tollgate.model.PoolAttribute;
import dev.tollgate.model.Safety;
import dev.tollgate.model.SignIn;
import dev.tollgate.schema.EmailKeys;
import dev.tollgate.schema.IdentityProviderKeys;
import dev.tollgate.schema.Key;
import dev.tollgate.schema.MessagesKeys;
import dev.tollgate.schema.TriggerKeys;
import dev.tollgate.schema.UserPoolKeys;
import dev.tollgate.schema.VerificationMessageKeys;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What of a pool for people does not go together, as Cognito refuses it. */
record PeopleConflicts(Problems problems) {

    private static final String CONFLICT = "conflicting-keys";
    private static final Pattern LINK = Pattern.compile("\\{##.+?##}", Pattern.DOTALL);

    void judge(Fields pool, SignIn signIn, Contact contact, Safety safety) {
        signIn(pool, signIn);
        contact(pool, contact);
        factors(pool, signIn, contact, safety);
        plan(pool, signIn, safety);
    }

    private void signIn(Fields pool, SignIn signIn) {
        if (signIn.isByUserName() && signIn.by().size() > 1) {
            conflict(
                    pool,
                    UserPoolKeys.SIGN_IN,
                    "people have user names, or sign in with an address instead of one",
                    "write `[\"username\"]` and put the address into `" + UserPoolKeys.ALIASES
                            + "`, or leave `username` out");
        }
        if (!signIn.isByUserName()) {
            problems.unused(pool, "people have no user name that it could stand for", List.of(UserPoolKeys.ALIASES));
        }
        if (!signIn.firstFactors().contains("PASSWORD")) {
            conflict(
                    pool,
                    UserPoolKeys.FIRST_FACTORS,
                    "Cognito insists on `PASSWORD` among them",
                    "add `PASSWORD`; without a password in the account nobody can use it");
        }
        if (!signIn.firstFactors().contains("WEB_AUTHN")) {
            problems.unused(pool, "`WEB_AUTHN` is not among `first_factors`", List.of(UserPoolKeys.PASSKEYS));
        }
    }

    private void contact(Fields pool, Contact contact) {
        if (contact.recovery().contains("admin_only") && contact.recovery().size() > 1) {
            conflict(pool, UserPoolKeys.RECOVERY, "`admin_only` leaves no other way", "leave the others out, or it");
        }
        for (String address : contact.verifiedBeforeUpdate()) {
            if (!contact.verified().contains(address)) {
                conflict(
                        pool,
                        UserPoolKeys.VERIFY_BEFORE_UPDATE,
                        "`" + address + "` is not verified",
                        "add it to `" + UserPoolKeys.VERIFY + "`");
            }
        }
    }

    /** A pool has one provider of each social kind, whatever the file calls it. */
    void providers(Fields pool, List<IdentityProvider> providers) {
        Set<String> names = new TreeSet<>(List.of(ClientSession.POOL));
        for (IdentityProvider provider : providers) {
            if (!names.add(provider.clientsName())) {
                KeyPath path = pool.path()
                        .child(UserPoolKeys.IDENTITY_PROVIDERS.word())
                        .child(provider.name());
                problems.report(
                        CONFLICT,
                        path,
                        "`" + path + "` is a second `" + provider.clientsName() + "` of the pool",
                        "leave one of the two out, or name it otherwise where its kind is `oidc` or `saml`");
            }
        }
    }

    /**
     * A provider writes what it says of people at every sign-in, and Cognito makes no account without what is required.
     */
    void mapping(Fields pool, IdentityProvider provider, List<PoolAttribute> attributes) {
        KeyPath path = pool.path()
                .child(UserPoolKeys.IDENTITY_PROVIDERS.word())
                .child(provider.name())
                .child(IdentityProviderKeys.ATTRIBUTES.word());
        for (PoolAttribute attribute : attributes) {
            boolean mapped = provider.attributes().containsKey(attribute.name());
            if (mapped && !attribute.mutable()) {
                problems.report(
                        CONFLICT,
                        path,
                        "`" + path + "` fills `" + attribute.name() + "`, which cannot change after sign-up",
                        "leave it out, or make the attribute mutable while there is no pool yet");
            }
            if (attribute.required() && !mapped) {
                problems.report(
                        CONFLICT,
                        path,
                        "`" + path + "` leaves out `" + attribute.name() + "`, which is required of everybody",
                        "add `" + attribute.name() + "` and the provider's name of it");
            }
        }
    }

    /** Cognito takes the text of the way that is chosen, and refuses one without its place. */
    void message(Fields verification, boolean byLink) {
        verification
                .text(VerificationMessageKeys.BODY)
                .filter(body -> VerificationMessageKeys.BODY.problem(body).isEmpty())
                .filter(body -> !(byLink ? LINK.matcher(body).find() : body.contains("{####}")))
                .ifPresent(body -> conflict(
                        verification,
                        VerificationMessageKeys.BODY,
                        byLink ? "a link stands where `{##text##}` does" : "a code stands where `{####}` does",
                        byLink ? "write `{##click here##}` into it" : "write `{####}` into it, or `by = \"link\"`"));
    }

    /** A function that sees the access token takes a plan that lets it. */
    void tokens(Fields triggers, Safety safety) {
        if (triggers.has(TriggerKeys.PRE_TOKEN_GENERATION)
                && safety.tier().equals("LITE")
                && !triggers.word(TriggerKeys.PRE_TOKEN_GENERATION_VERSION).equals("V1_0")) {
            conflict(
                    triggers,
                    TriggerKeys.PRE_TOKEN_GENERATION,
                    "the plan `LITE` has version `V1_0` of its event only",
                    "set `" + TriggerKeys.PRE_TOKEN_GENERATION_VERSION + " = \"V1_0\"`, or remove `tier`");
        }
    }

    private void factors(Fields pool, SignIn signIn, Contact contact, Safety safety) {
        boolean mfa = !pool.word(UserPoolKeys.MFA).equals("OFF");
        if (mfa && safety.mfaMethods().isEmpty()) {
            conflict(pool, UserPoolKeys.MFA_METHODS, "a second factor has to be something", "name one, such as `totp`");
        }
        if (!mfa) {
            problems.unused(pool, "`mfa` is `OFF`", List.of(UserPoolKeys.MFA_METHODS));
            sentWithPasskeys(pool, signIn, contact);
        }
        if (!mfa || !safety.mfaMethods().contains("email")) {
            pool.object(UserPoolKeys.MESSAGES)
                    .ifPresent(messages -> problems.unused(
                            messages,
                            "Cognito takes it with e-mail as a second factor only",
                            List.of(MessagesKeys.MFA_SUBJECT, MessagesKeys.MFA_BODY)));
        }
        if (pool.word(UserPoolKeys.MFA).equals("ON") && signIn.firstFactors().contains("WEB_AUTHN")) {
            conflict(
                    pool,
                    UserPoolKeys.FIRST_FACTORS,
                    "a passkey is one factor, and `mfa` is `ON`: Cognito refuses the pool",
                    "set `" + UserPoolKeys.MFA + "` to `OPTIONAL`, or leave `WEB_AUTHN` out");
        }
        boolean mails = (mfa && safety.mfaMethods().contains("email"))
                || signIn.firstFactors().contains("EMAIL_OTP");
        if (mails && contact.mail().isEmpty()) {
            problems.report(
                    "missing-key",
                    pool.path(),
                    "`" + pool.path() + "` has no `" + UserPoolKeys.EMAIL
                            + "`, and Cognito sends second factors and one-time passwords by SES only",
                    "add `" + UserPoolKeys.EMAIL + " = { " + EmailKeys.IDENTITY_ARN + " = … }`");
        }
    }

    /** The provider tells Cognito of passkeys in one call with the second factors, text messages among them. */
    private void sentWithPasskeys(Fields pool, SignIn signIn, Contact contact) {
        List<String> sent = Stream.of(
                        contact.sms().map(sms -> "`sms`"),
                        contact.messages().mfa().sms().map(text -> "`messages.mfa_sms`"),
                        Optional.of("`verify`").filter(key -> contact.verified().contains("phone_number")),
                        Optional.of("`recovery`")
                                .filter(key -> contact.recovery().contains("phone_number")),
                        Optional.of("`SMS_OTP`")
                                .filter(factor -> signIn.firstFactors().contains("SMS_OTP")))
                .flatMap(Optional::stream)
                .toList();
        if (signIn.passkeys().isPresent() && !sent.isEmpty()) {
            conflict(
                    pool,
                    UserPoolKeys.PASSKEYS,
                    "for " + String.join(" and ", sent)
                            + " the AWS provider sends text messages as a second factor along"
                            + " with it, which Cognito refuses while `mfa` is `OFF`",
                    "set `" + UserPoolKeys.MFA + "` to `OPTIONAL`, or leave `passkeys` or text messages out");
        }
    }

    private void plan(Fields pool, SignIn signIn, Safety safety) {
        if (safety.isThreatProtected()
                && !safety.tier().equals("PLUS")
                && UserPoolKeys.TIER.problem(safety.tier()).isEmpty()) {
            conflict(
                    pool,
                    UserPoolKeys.TIER,
                    "`threat_protection` takes the plan `PLUS`",
                    "remove `tier`, or set `threat_protection` to `OFF`");
        }
        if (!safety.tier().equals("LITE")) {
            return;
        }
        if (signIn.firstFactors().size() > 1) {
            conflict(
                    pool,
                    UserPoolKeys.FIRST_FACTORS,
                    "sign-in by choice takes the plan `ESSENTIALS`",
                    "remove it, or `tier`");
        }
        if (safety.passwordHistory() > 0) {
            conflict(
                    pool,
                    UserPoolKeys.PASSWORD_HISTORY,
                    "former passwords are kept with the plan `ESSENTIALS`",
                    "remove it, or `tier`");
        }
    }

    private void conflict(Fields pool, Key key, String because, String hint) {
        KeyPath path = pool.path().child(key.word());
        problems.report(CONFLICT, path, "`" + path + "` cannot have this value: " + because, hint);
    }
}
