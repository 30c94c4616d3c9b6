package dev.tollgate.gateway.read;

import dev.tollgate.gateway.engine.GatewayAuthorizer;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The authorizers of an API to serve: where the token is, and whose tokens they accept. */
final class GatewayAuthorizers {

    private static final Pattern SOURCE = Pattern.compile("(?:method|\\$)\\.?request\\.(header|querystring)\\.(.+)");

    private final LocalNames names;
    private final Api api;
    private final List<String> notes;

    GatewayAuthorizers(LocalNames names, Api api, List<String> notes) {
        this.names = names;
        this.api = api;
        this.notes = notes;
    }

    GatewayAuthorizer read(Authorizer authorizer) {
        boolean rest = api.kind() == Api.Kind.REST;
        if (!authorizer.kind().match(new Enforced(rest))) {
            throw NotServed.because("authorizer `" + authorizer.name() + "` is of a kind that is not enforced here");
        }
        SortedSet<String> audience = new TreeSet<>();
        for (Value client : authorizer.audience()) {
            audience.add(names.text(client)
                    .orElseThrow(() ->
                            NotServed.because("a client of authorizer `" + authorizer.name() + "` is not known")));
        }
        return new GatewayAuthorizer(
                authorizer.name(),
                source(authorizer),
                issuers(authorizer),
                audience,
                names.text(authorizer.resource().get("identity_validation_expression"))
                        .filter(text -> !text.isEmpty())
                        .map(this::pattern));
    }

    /** Whether an authorizer of an API of this kind is enforced here. */
    private record Enforced(boolean rest) implements Authorizer.Kind.Cases<Boolean> {

        @Override
        public Boolean cognito(Authorizer.Cognito kind) {
            return rest;
        }

        @Override
        public Boolean jwt(Authorizer.Jwt kind) {
            return !rest;
        }

        @Override
        public Boolean lambda(Authorizer.Lambda kind) {
            return false;
        }

        @Override
        public Boolean undecided(Authorizer.Undecided kind) {
            return false;
        }
    }

    private Pattern pattern(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw NotServed.because(
                    "`" + expression + "` is not a regular expression that an identity can be validated with");
        }
    }

    private GatewayAuthorizer.Source source(Authorizer authorizer) {
        List<String> written = authorizer.identitySource().items().stream()
                .flatMap(one -> names.text(one).stream())
                .toList();
        if (written.isEmpty()) {
            return new GatewayAuthorizer.Source("Authorization", false);
        }
        Matcher matcher = SOURCE.matcher(written.get(0));
        if (written.size() > 1 || !matcher.matches()) {
            throw NotServed.because(
                    "authorizer `" + authorizer.name() + "` reads its token from `" + String.join(", ", written) + "`");
        }
        return new GatewayAuthorizer.Source(matcher.group(2), matcher.group(1).equals("querystring"));
    }

    private SortedSet<String> issuers(Authorizer authorizer) {
        SortedSet<String> issuers = new TreeSet<>();
        authorizer
                .pools()
                .forEach(pool -> issuers.add(
                        "https://cognito-idp." + names.region(pool) + ".amazonaws.com/" + names.poolId(pool)));
        if (authorizer.certain()) {
            return issuers;
        }
        Optional<String> literal = authorizer.issuer().flatMap(names::text);
        if (literal.isPresent()) {
            issuers.add(literal.get());
        } else {
            String region = names.region(api.resource());
            issuers.add("https://cognito-idp." + region + ".amazonaws.com/" + names.elsewhereId(region));
            notes.add("the user pool of authorizer `" + authorizer.name()
                    + "` is not in this configuration: a local pool replaces it");
        }
        return issuers;
    }
}
