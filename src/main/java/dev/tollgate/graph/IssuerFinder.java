package dev.tollgate.graph;

import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.CognitoPool;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the issuer that an app client belongs to, and those that an authorizer trusts. */
final class IssuerFinder {

    private static final Pattern POOL_ID = Pattern.compile("[a-z]{2}(?:-[a-z]+){1,3}-[0-9]_[0-9A-Za-z]+");

    private final Infrastructure infrastructure;
    private final Surface surface;
    private final AccessWording wording;

    IssuerFinder(Infrastructure infrastructure, Surface surface) {
        this.infrastructure = infrastructure;
        this.surface = surface;
        this.wording = new AccessWording(infrastructure);
    }

    /**
     * What an authorizer trusts.
     *
     * @param certain whether these are all
     */
    record Trusted(List<Issuer> issuers, boolean certain) {

        Trusted {
            issuers = List.copyOf(issuers);
        }
    }

    /** The issuer of the tokens of {@code client}; empty when it is not known. */
    Optional<Issuer> of(PoolClient client) {
        return client.pool()
                .map(this::here)
                .or(() -> elsewhere(client.resource().get("user_pool_id")));
    }

    /** The issuer that is the pool {@code resource}. */
    Issuer here(Resource resource) {
        Optional<CognitoPool> pool = surface.pools().stream()
                .filter(one -> one.resource().isSame(resource))
                .findFirst();
        boolean made = resource.mode() == Resource.Mode.MANAGED;
        return new Issuer(
                made ? Issuer.Reference.RESOURCE : Issuer.Reference.PUBLISHED,
                resource.address(),
                made ? "user pool" : "user pool, made elsewhere",
                wording.name(resource, "name"),
                pool);
    }

    /** Whose tokens {@code authorizer} takes. */
    Trusted trusted(Authorizer authorizer) {
        if (authorizer.certain()) {
            return new Trusted(authorizer.pools().stream().map(this::here).toList(), true);
        }
        List<Value> written = authorizer.issuer().isPresent()
                ? List.of(authorizer.issuer().get())
                : authorizer.resource().get("provider_arns").items();
        List<Issuer> issuers = new ArrayList<>();
        boolean certain = !written.isEmpty();
        for (Value one : written) {
            Optional<Issuer> issuer =
                    infrastructure.follow(one, "aws_cognito_user_pool") instanceof ReferenceTarget.To to
                            ? Optional.of(here(to.resource()))
                            : elsewhere(one);
            issuer.ifPresent(issuers::add);
            certain &= issuer.isPresent();
        }
        return new Trusted(issuers, certain);
    }

    /** An id, an ARN or an issuer of a pool made elsewhere, or what publishes them, or any other issuer. */
    private Optional<Issuer> elsewhere(Value value) {
        for (Value.Reference reference : value.references()) {
            Optional<String> folder = infrastructure
                    .find(reference.address())
                    .filter(resource -> resource.type().equals("aws_ssm_parameter"))
                    .flatMap(resource ->
                            infrastructure.resolve(resource.get("name")).text())
                    .filter(name -> name.lastIndexOf('/') > 0)
                    .map(name -> name.substring(0, name.lastIndexOf('/')));
            if (folder.isPresent()) {
                return Optional.of(new Issuer(
                        Issuer.Reference.PUBLISHED,
                        "published " + folder.get(),
                        "user pool, made elsewhere",
                        "published at " + folder.get(),
                        Optional.empty()));
            }
        }
        String text = wording.text(value);
        Matcher id = POOL_ID.matcher(text);
        if (id.find()) {
            return Optional.of(new Issuer(
                    Issuer.Reference.ID,
                    "id " + id.group(),
                    "user pool, made elsewhere",
                    id.group(),
                    Optional.empty()));
        }
        return infrastructure
                .resolve(value)
                .text()
                .filter(url -> url.startsWith("https://"))
                .map(url -> new Issuer(
                        Issuer.Reference.FOREIGN, "url " + url, "issuer, not Cognito", url, Optional.empty()));
    }
}
