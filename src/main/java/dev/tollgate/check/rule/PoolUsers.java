package dev.tollgate.check.rule;

import dev.tollgate.model.Environment;
import dev.tollgate.model.UserPool;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Resource;
import java.util.List;
import java.util.Optional;

/** Who signs in to a user pool, as its app clients tell. */
enum PoolUsers {
    /** Some client takes people's passwords. */
    PASSWORDS,
    /** Some client is for people, none takes a password. */
    PEOPLE,
    /** Every client is for machines. */
    MACHINES,
    /** There is no client here, or one that is not known. */
    UNKNOWN;

    /** The pool of {@code environment}, where people have clients and anyone may sign up. */
    static Optional<UserPool.Created> openToPeople(Environment environment) {
        boolean people = environment.clients().stream().anyMatch(client -> !client.isMachineOnly());
        return environment
                .userPool()
                .filter(pool -> people)
                .filter(UserPool.Created.class::isInstance)
                .map(UserPool.Created.class::cast)
                .filter(UserPool.Created::selfSignUp);
    }

    /** Who signs in to {@code pool}. */
    static PoolUsers of(Resource pool, Surface surface) {
        List<PoolClient> clients = surface.clients().stream()
                .filter(client -> client.pool().filter(pool::isSame).isPresent())
                .toList();
        List<PoolClient> people = clients.stream()
                .filter(client -> client.certain() && !client.isForMachines())
                .toList();
        if (people.stream().anyMatch(PoolClient::takesPasswords)) {
            return PASSWORDS;
        }
        boolean all =
                surface.clients().stream().allMatch(client -> client.pool().isPresent() && client.certain());
        if (!all || clients.isEmpty()) {
            return UNKNOWN;
        }
        return people.isEmpty() ? MACHINES : PEOPLE;
    }
}
