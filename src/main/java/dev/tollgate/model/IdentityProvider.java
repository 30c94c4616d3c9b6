package dev.tollgate.model;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Somebody else who signs people in.
 *
 * @param name the file's name of it
 * @param attributes attribute of the pool to the provider's name of it
 * @param settings what its kind takes beside, by Cognito's name
 */
public record IdentityProvider(
        String name,
        Kind kind,
        Optional<String> clientId,
        Optional<Secret> secret,
        List<String> scopes,
        SortedMap<String, String> attributes,
        List<String> identifiers,
        SortedMap<String, String> settings) {

    public IdentityProvider {
        scopes = List.copyOf(scopes);
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        identifiers = List.copyOf(identifiers);
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /** Whom Cognito knows; the social ones have a name that cannot be chosen. */
    public enum Kind {
        GOOGLE("Google", "sub", "openid email profile"),
        APPLE("SignInWithApple", "sub", "email name"),
        FACEBOOK("Facebook", "id", "public_profile,email"),
        AMAZON("LoginWithAmazon", "user_id", "profile"),
        OIDC("OIDC", "sub", "openid email"),
        SAML("SAML", "", "");

        private final String type;
        private final String subject;
        private final String scopes;

        Kind(String type, String subject, String scopes) {
            this.type = type;
            this.subject = subject;
            this.scopes = scopes;
        }

        /** Cognito's name of it. */
        public String type() {
            return type;
        }

        /**
         * What it calls a person's id, which Cognito makes their user name of; empty where Cognito needs no word for
         * it.
         */
        public String subject() {
            return subject;
        }

        /** What it is asked for unless the file says more. */
        public String scopes() {
            return scopes;
        }

        /** What stands between scopes. */
        public String separator() {
            return this == FACEBOOK ? "," : " ";
        }

        /** Whether a pool can have several, each under a name of the file's own. */
        public boolean isNamedByFile() {
            return this == OIDC || this == SAML;
        }
    }

    /**
     * Where a secret is: {@code variable:name}, {@code parameter:/path} or {@code secret:name}.
     *
     * @param name its name there
     */
    public record Secret(Store store, String name) {

        /** Reads {@code text}, which has a colon. */
        public static Secret of(String text) {
            int colon = text.indexOf(':');
            return new Secret(
                    Store.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)), text.substring(colon + 1));
        }

        /** Who keeps it. */
        public enum Store {
            /** Whoever runs Terraform. */
            VARIABLE,
            /** Parameter Store. */
            PARAMETER,
            /** Secrets Manager. */
            SECRET
        }
    }

    /** What clients call it. */
    public String clientsName() {
        return kind.isNamedByFile() ? name : kind.type();
    }

    /** The name of its resource in Terraform. */
    public String label() {
        return Label.ofKey(name);
    }
}
