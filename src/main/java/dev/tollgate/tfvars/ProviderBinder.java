package dev.tollgate.tfvars;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.IdentityProvider;
import dev.tollgate.model.IdentityProvider.Kind;
import dev.tollgate.model.Label;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.IdentityProviderKeys;
import dev.tollgate.schema.Key;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the record of somebody else who signs people in. */
record ProviderBinder(Problems problems) {

    private static final String VARIABLE = "variable:";

    private static final List<IdentityProviderKeys> CLIENT =
            List.of(IdentityProviderKeys.CLIENT_ID, IdentityProviderKeys.SECRET);

    /** What a kind cannot do without. */
    private static final Map<Kind, List<IdentityProviderKeys>> NEEDED = new EnumMap<>(Map.of(
            Kind.GOOGLE,
            CLIENT,
            Kind.FACEBOOK,
            CLIENT,
            Kind.AMAZON,
            CLIENT,
            Kind.APPLE,
            with(IdentityProviderKeys.TEAM_ID, IdentityProviderKeys.KEY_ID),
            Kind.OIDC,
            with(IdentityProviderKeys.ISSUER),
            Kind.SAML,
            List.of(IdentityProviderKeys.METADATA_URL)));

    /** What one kind alone knows, and Cognito's name of it. */
    private static final Map<IdentityProviderKeys, String> SETTINGS = new EnumMap<>(Map.of(
            IdentityProviderKeys.TEAM_ID,
            "team_id",
            IdentityProviderKeys.KEY_ID,
            "key_id",
            IdentityProviderKeys.ISSUER,
            "oidc_issuer",
            IdentityProviderKeys.ATTRIBUTES_METHOD,
            "attributes_request_method",
            IdentityProviderKeys.METADATA_URL,
            "MetadataURL",
            IdentityProviderKeys.SIGN_OUT,
            "IDPSignout"));

    /**
     * The stack's own variables, and names that Terraform keeps
     * (https://developer.hashicorp.com/terraform/language/values/variables).
     */
    private static final Set<String> TAKEN = Stream.concat(
                    Arrays.stream(EnvironmentKeys.values()).map(Key::word),
                    Stream.of(
                            "source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals"))
            .collect(Collectors.toUnmodifiableSet());

    private static List<IdentityProviderKeys> with(IdentityProviderKeys... more) {
        List<IdentityProviderKeys> keys = new ArrayList<>(CLIENT);
        keys.addAll(Arrays.asList(more));
        return keys;
    }

    IdentityProvider provider(Fields provider) {
        Kind kind = Arrays.stream(Kind.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(provider.word(IdentityProviderKeys.KIND)))
                .findFirst()
                .orElse(Kind.OIDC);
        List<IdentityProviderKeys> known = known(kind);
        if (IdentityProviderKeys.KIND
                .problem(provider.word(IdentityProviderKeys.KIND))
                .isEmpty()) {
            judge(provider, kind, known);
        }
        provider.text(IdentityProviderKeys.SECRET)
                .filter(text -> text.startsWith(VARIABLE))
                .map(text -> text.substring(VARIABLE.length()))
                .filter(TAKEN::contains)
                .ifPresent(name -> taken(provider, name));
        SortedMap<String, String> settings = new TreeMap<>();
        SETTINGS.forEach((key, name) -> {
            if (known.contains(key)) {
                text(provider, key).ifPresent(text -> settings.put(name, text));
            }
        });
        return new IdentityProvider(
                provider.name(),
                kind,
                provider.text(IdentityProviderKeys.CLIENT_ID),
                provider.text(IdentityProviderKeys.SECRET)
                        .filter(text -> text.contains(":"))
                        .map(IdentityProvider.Secret::of),
                provider.texts(IdentityProviderKeys.SCOPES),
                provider.textMap(IdentityProviderKeys.ATTRIBUTES),
                provider.texts(IdentityProviderKeys.IDENTIFIERS),
                settings);
    }

    private static Optional<String> text(Fields provider, IdentityProviderKeys key) {
        return key == IdentityProviderKeys.SIGN_OUT ? provider.bool(key).map(String::valueOf) : provider.text(key);
    }

    private static List<IdentityProviderKeys> known(Kind kind) {
        List<IdentityProviderKeys> known = new ArrayList<>(NEEDED.getOrDefault(kind, CLIENT));
        if (kind == Kind.OIDC) {
            known.add(IdentityProviderKeys.ATTRIBUTES_METHOD);
        }
        if (kind == Kind.SAML) {
            known.add(IdentityProviderKeys.SIGN_OUT);
        } else {
            known.add(IdentityProviderKeys.SCOPES);
        }
        return known;
    }

    private void taken(Fields provider, String name) {
        KeyPath path = provider.path().child(IdentityProviderKeys.SECRET.word());
        problems.report(
                "conflicting-keys",
                path,
                "`" + path + "` cannot have this value: `" + name + "` is a variable that exists already, or a"
                        + " word of Terraform",
                "give the variable a name of its own, such as `" + Label.ofKey(provider.name()) + "_secret`");
    }

    private void judge(Fields provider, Kind kind, List<IdentityProviderKeys> known) {
        String because = "a provider of the kind `" + provider.word(IdentityProviderKeys.KIND) + "`";
        for (Key key : NEEDED.getOrDefault(kind, CLIENT)) {
            if (!provider.has(key)) {
                problems.missing(provider, key, because + " needs");
            }
        }
        List<IdentityProviderKeys> anyKind =
                List.of(IdentityProviderKeys.KIND, IdentityProviderKeys.ATTRIBUTES, IdentityProviderKeys.IDENTIFIERS);
        problems.unused(
                provider,
                because + " does not know it",
                Arrays.stream(IdentityProviderKeys.values())
                        .filter(key -> !known.contains(key) && !anyKind.contains(key))
                        .toList());
    }
}
