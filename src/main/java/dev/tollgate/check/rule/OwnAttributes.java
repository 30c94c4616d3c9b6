package dev.tollgate.check.rule;

import dev.tollgate.model.PoolAttribute;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which attributes people of a pool write themselves: as they sign up, or later with their access token. */
record OwnAttributes(Infrastructure infrastructure, Surface surface, Resource pool) {

    private static final String WRITES = "write_attributes";

    /** What an access token needs for {@code UpdateUserAttributes}; one of {@code InitiateAuth} always has it. */
    private static final String SELF_SERVICE = "aws.cognito.signin.user.admin";

    /** What Cognito alone writes of the standard ones. */
    private static final Set<String> OF_COGNITO = Set.of("email_verified", "phone_number_verified", "username");

    /** Whether {@code claim} of a token is an attribute that somebody could be let write. */
    static boolean isAttribute(String claim) {
        return claim.startsWith("custom:")
                || (PoolAttribute.OF_EVERY_POOL.contains(claim) && !OF_COGNITO.contains(claim));
    }

    /** The app client by which people write {@code attribute}, where that is sure. */
    Optional<PoolClient> writer(String attribute) {
        if (isVerifiedFirst(attribute)) {
            return Optional.empty();
        }
        boolean changes = !new SeenPool(infrastructure, pool).isImmutable(attribute);
        return clients().stream()
                .filter(client -> writes(client, attribute))
                .filter(client -> (changes && changesOwn(client)) || signsUp(client))
                .findFirst();
    }

    /** Whether all is known of who writes what: the pool's clients, and what each may write. */
    boolean isCertain() {
        return surface.clients().stream()
                        .allMatch(client -> client.certain()
                                && client.pool().isPresent()
                                && client.scopes().certain())
                && clients().stream().allMatch(client -> infrastructure
                        .resolve(client.resource().argument(WRITES))
                        .isCertain())
                && isOpen().isCertain();
    }

    private List<PoolClient> clients() {
        return surface.clients().stream()
                .filter(client -> client.pool().filter(pool::isSame).isPresent())
                .filter(client -> !client.isForMachines())
                .toList();
    }

    private boolean writes(PoolClient client, String attribute) {
        Value named = infrastructure.resolve(client.resource().argument(WRITES));
        // AWS takes an empty list for none at all, which is its own choice: every attribute.
        return named.isCertain() && (named.items().isEmpty() || Texts.of(named).contains(attribute));
    }

    private boolean changesOwn(PoolClient client) {
        Set<String> flows = new TreeSet<>(client.authFlows());
        flows.remove("REFRESH_TOKEN_AUTH");
        // Without its functions a custom flow signs nobody in.
        if (pool.argument("lambda_config").get("define_auth_challenge").isAbsent()) {
            flows.remove("CUSTOM_AUTH");
        }
        boolean signsIn = client.authFlows().isEmpty() || !flows.isEmpty();
        return client.certain() && (signsIn || client.scopes().names().contains(SELF_SERVICE));
    }

    /** Whether anybody signs up by it, and says of himself what he likes: no server with its secret stands between. */
    private boolean signsUp(PoolClient client) {
        Value secret = infrastructure.resolve(client.resource().argument("generate_secret"));
        return (isOpen().isAbsent() || isOpen().is("false")) && (secret.isAbsent() || secret.is("false"));
    }

    private Value isOpen() {
        return infrastructure.resolve(pool.argument("admin_create_user_config").get("allow_admin_create_user_only"));
    }

    /** Whether a new address stands in no token before somebody has shown that it is his. */
    private boolean isVerifiedFirst(String attribute) {
        Value first = infrastructure.resolve(
                pool.argument("user_attribute_update_settings").get("attributes_require_verification_before_update"));
        Value verified = infrastructure.resolve(pool.argument("auto_verified_attributes"));
        return Texts.of(first).contains(attribute) && Texts.of(verified).contains(attribute);
    }
}
