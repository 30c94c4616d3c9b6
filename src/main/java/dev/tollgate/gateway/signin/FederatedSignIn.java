package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.PoolGroup;
import dev.tollgate.gateway.token.PoolProvider;
import dev.tollgate.gateway.token.RandomText;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * People whom an identity provider vouches for: an account of their own, called after the provider and their id there.
 */
final class FederatedSignIn {

    private final LocalPool pool;
    private final Directory directory;
    private final TriggerCalls triggers;
    private final SignInSteps signIn;
    private final SecureRandom random;
    private final Clock clock;

    FederatedSignIn(
            LocalPool pool,
            Directory directory,
            TriggerCalls triggers,
            SignInSteps signIn,
            SecureRandom random,
            Clock clock) {
        this.pool = pool;
        this.directory = directory;
        this.triggers = triggers;
        this.signIn = signIn;
        this.random = random;
        this.clock = clock;
    }

    /** The account of {@code subject} at {@code provider}, new or with what the provider says now. */
    PoolAccount signedIn(
            LocalClient client, PoolProvider provider, String subject, SortedMap<String, String> attributes)
            throws CognitoRefusal {
        if (!subject.matches("[A-Za-z0-9._@|-]{1,90}")) {
            throw CognitoRefusal.parameter("Invalid user attributes: sub");
        }
        String name = provider.name() + "_" + subject;
        Optional<PoolAccount> known = directory.find(name);
        if (known.isPresent()) {
            SortedMap<String, String> now = new TreeMap<>(known.get().attributes());
            now.putAll(attributes);
            PoolAccount account = known.get().with(now).at(clock.instant());
            directory.put(account);
            return entered(client, account);
        }
        SortedMap<String, String> all = new TreeMap<>(attributes);
        if (all.containsKey("email")) {
            all.putIfAbsent("email_verified", "false");
        }
        all.put("identities", identities(provider, subject));
        PoolAccount account = PoolAccount.of(
                        name, RandomText.uuid(random), PoolAccount.Status.EXTERNAL_PROVIDER, all, clock.instant())
                .in(new TreeSet<>(List.of(group(provider))));
        ObjectNode request = TriggerCalls.about(account);
        request.putObject("validationData");
        triggers.run("pre_sign_up", "PreSignUp_ExternalProvider", client, name, request);
        directory.put(account);
        triggers.run("post_confirmation", "PostConfirmation_ConfirmSignUp", client, name, TriggerCalls.about(account));
        return account;
    }

    private PoolAccount entered(LocalClient client, PoolAccount account) throws CognitoRefusal {
        SignInSteps.requireUsable(account);
        signIn.done(client, account, "HostedAuth");
        return account;
    }

    /** Cognito keeps the people of each provider in a group. */
    private String group(PoolProvider provider) {
        String name = pool.id() + "_" + provider.name();
        if (directory.group(name).isEmpty()) {
            directory.put(new PoolGroup(name, Optional.empty(), Optional.empty()));
        }
        return name;
    }

    private String identities(PoolProvider provider, String subject) {
        ObjectNode identity = JsonNodeFactory.instance
                .objectNode()
                .put("userId", subject)
                .put("providerName", provider.name())
                .put("providerType", provider.kind())
                .put("primary", "true")
                .put("dateCreated", String.valueOf(clock.instant().toEpochMilli()));
        return JsonNodeFactory.instance.arrayNode().add(identity).toString();
    }
}
