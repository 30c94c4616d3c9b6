package dev.tollgate.check.rule;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is a secret, or looks like one. None of these tells what it holds. */
final class Secrets {

    /** Attributes that hold a secret. */
    private static final Map<String, Set<String>> HOLDERS = Map.of(
            "aws_cognito_user_pool_client", Set.of("client_secret"),
            "aws_iam_access_key", Set.of("secret", "ses_smtp_password_v4"),
            "aws_secretsmanager_random_password", Set.of("random_password"),
            "aws_secretsmanager_secret_version", Set.of("secret_string", "secret_binary"),
            "random_password", Set.of("result"),
            "tls_private_key", Set.of("private_key_pem", "private_key_openssh", "private_key_pem_pkcs8"));

    /** The last words of a name that say that its value is a secret, and not its name, its age or its place. */
    private static final Pattern NAME = Pattern.compile(
            "(.*[^a-z])?(secret|password|passwd|passphrase|credentials?|private_?key|secret_?key|api_?key|access_?token|"
                    + "refresh_?token|auth_?token|bearer_?token|token)",
            Pattern.CASE_INSENSITIVE);

    /** Names, addresses and switches, which are no secrets whatever the name says. */
    private static final Pattern HARMLESS =
            Pattern.compile("|true|false|[0-9]{1,9}|arn:.*|https?://[^@]*|/.*|\\{\\{resolve:.*|alias/.*|\\$\\{.*");

    /** Shapes that only credentials have. */
    private static final Pattern SHAPE = Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"
            + "|-----BEGIN [A-Z ]*PRIVATE KEY-----|\\bgh[pousr]_[0-9A-Za-z]{36}|\\b(sk|rk)_live_[0-9A-Za-z]{16}"
            + "|\\bxox[abprs]-[0-9A-Za-z-]{10}|\\b[a-z]+://[^/\\s:@]+:[^/\\s:@]+@");

    private final Infrastructure infrastructure;

    Secrets(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    /** The attribute that holds the secret which {@code value} is made from, as {@code type.name.attribute}. */
    Optional<String> source(Value value) {
        for (Value.Reference reference : infrastructure.references(value)) {
            Optional<Resource> holder = infrastructure.find(reference.address());
            String type = holder.map(Resource::type).orElse("");
            if (HOLDERS.getOrDefault(type, Set.of()).contains(reference.attribute())) {
                return Optional.of(reference.toString());
            }
        }
        return plain(value).filter(text -> text.length() > 7).flatMap(this::copied);
    }

    /** A plan tells values and not where they come from. */
    private Optional<String> copied(String text) {
        for (Map.Entry<String, Set<String>> holder : HOLDERS.entrySet()) {
            for (Resource resource : infrastructure.ofType(holder.getKey())) {
                for (String attribute : holder.getValue()) {
                    if (plain(resource.get(attribute)).filter(text::equals).isPresent()) {
                        return Optional.of(resource.address() + "." + attribute);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> plain(Value value) {
        return value instanceof Value.Sensitive sensitive ? plain(sensitive.hidden()) : value.text();
    }

    /** Whether {@code name} says that its value is a secret. */
    static boolean isNamed(String name) {
        String snake = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replace('-', '_');
        return NAME.matcher(snake.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether {@code text}, the value of something called {@code name}, is a secret. */
    static boolean isSecret(String name, String text) {
        return SHAPE.matcher(text).find()
                || (isNamed(name) && !HARMLESS.matcher(text.strip()).matches());
    }
}
