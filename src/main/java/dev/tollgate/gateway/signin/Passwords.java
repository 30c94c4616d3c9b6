package dev.tollgate.gateway.signin;

import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.PasswordPolicy;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/** The passwords of a pool's people: what they have to be, and putting them on accounts. */
final class Passwords {

    private final LocalPool pool;
    private final PasswordPolicy policy;
    private final SecureRandom random;
    private final Clock clock;

    Passwords(LocalPool pool, SecureRandom random, Clock clock) {
        this.pool = pool;
        this.policy = pool.people().passwords();
        this.random = random;
        this.clock = clock;
    }

    /** Whether {@code password} is that of {@code account}. */
    boolean is(PoolAccount account, String password) {
        return account.password()
                .filter(known -> known.is(password, pool.name(), account.name()))
                .isPresent();
    }

    PoolAccount on(PoolAccount account, String password) {
        return account.with(PasswordVerifier.of(password, pool.name(), account.name(), random), policy.history())
                .at(clock.instant());
    }

    void require(String password) throws CognitoRefusal {
        Optional<String> fault = policy.fault(password);
        if (fault.isPresent()) {
            throw new CognitoRefusal("InvalidPasswordException", fault.get());
        }
    }

    void requireFresh(PoolAccount account, String password) throws CognitoRefusal {
        if (policy.history() == 0) {
            return;
        }
        boolean used = Stream.concat(account.password().stream(), account.former().stream())
                .anyMatch(known -> known.is(password, pool.name(), account.name()));
        if (used) {
            throw new CognitoRefusal("PasswordHistoryPolicyViolationException", "Password has previously been used");
        }
    }
}
