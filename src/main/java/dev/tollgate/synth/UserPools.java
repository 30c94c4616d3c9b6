package dev.tollgate.synth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.providers.aws.cognito_user_group.CognitoUserGroupConfig;
import com.hashicorp.cdktf.providers.aws.cognito_user_pool.CognitoUserPoolAccountRecoverySetting;
import com.hashicorp.cdktf.providers.aws.cognito_user_pool.CognitoUserPoolAccountRecoverySettingRecoveryMechanism;
import com.hashicorp.cdktf.providers.aws.cognito_user_pool.CognitoUserPoolAdminCreateUserConfig;
import com.hashicorp.cdktf.providers.aws.cognito_user_pool.CognitoUserPoolConfig;
import com.hashicorp.cdktf.providers.aws.cognito_user_pool.CognitoUserPoolEmailConfiguration;
import com.hashicorp.cdktf.providers.aws.cognito_user_pool.CognitoUserPoolPasswordPolicy;
import com.hashicorp.cdktf.providers.aws.cognito_user_pool.CognitoUserPoolSoftwareTokenMfaConfiguration;
import com.hashicorp.cdktf.providers.aws.cognito_user_pool.CognitoUserPoolUsernameConfiguration;
import com.hashicorp.cdktf.providers.aws.cognito_user_pool_domain.CognitoUserPoolDomainConfig;
import com.hashicorp.cdktf.providers.aws.data_aws_ssm_parameter.DataAwsSsmParameterConfig;
import com.hashicorp.cdktf.providers.aws.ssm_parameter.SsmParameterConfig;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.CognitoHost;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Group;
import dev.tollgate.model.People;
import dev.tollgate.model.UserPool;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.UserPoolKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The user pool: made here, read from where another environment published it, or there already. */
final class UserPools {

    private static final KeyPath SOURCE = KeyPath.of("user_pool");

    private final Elements elements;
    private final Environment environment;
    private final Surroundings surroundings;
    private final Domains domains;
    private final NamedSecrets secrets;
    private final SortedMap<String, Element> signIns = new TreeMap<>();
    private Optional<PoolTriggers> triggers = Optional.empty();

    UserPools(
            Elements elements,
            Environment environment,
            Surroundings surroundings,
            Domains domains,
            NamedSecrets secrets) {
        this.elements = elements;
        this.environment = environment;
        this.surroundings = surroundings;
        this.domains = domains;
        this.secrets = secrets;
    }

    /** What the rest of the stack needs to know of {@code pool}. */
    Pool resolve(UserPool pool) {
        if (pool instanceof UserPool.Created created) {
            return created(created);
        }
        if (pool instanceof UserPool.Published published) {
            return published(published);
        }
        if (pool instanceof UserPool.Existing existing) {
            return existing(existing);
        }
        throw new IllegalStateException("the source of a user pool is create, ssm or existing: " + pool);
    }

    private Pool created(UserPool.Created created) {
        Element pool = userPool(created);
        String id = pool.attribute("id");
        String arn = pool.attribute("arn");
        List<Element> named = domain(created, id);
        // Not by reference: a published address is made before its former one goes, which a domain then had to be, too.
        Optional<String> url = environment
                .authDomain()
                .map(name -> "https://" + name)
                .or(() -> created.domainPrefix().map(this::prefixed));
        created.publishedAt().ifPresent(prefix -> {
            publish(prefix, "CognitoUserPoolId", "user_pool_id", id);
            publish(prefix, "CognitoUserPoolArn", "user_pool_arn", arn);
            url.ifPresent(address -> publish(prefix, "CognitoUserPoolUrl", "user_pool_url", address));
        });
        return new Pool(
                id, arn, "https://" + pool.attribute("endpoint"), url.map(UserPools::tokenEndpoint), named, signIns);
    }

    private Element userPool(UserPool.Created created) {
        CognitoUserPoolConfig.Builder pool = CognitoUserPoolConfig.builder().mfaConfiguration(created.mfa());
        People people = created.people();
        if (created.hasMfa() && people.safety().mfaMethods().contains("totp")) {
            pool.softwareTokenMfaConfiguration(CognitoUserPoolSoftwareTokenMfaConfiguration.builder()
                    .enabled(true)
                    .build());
        }
        Element users = elements.add(
                SOURCE,
                "users",
                pool.name(Variable.of(EnvironmentKeys.USER_POOL, UserPoolKeys.NAME)
                                .textOr("\"${var.name}-users\""))
                        .deletionProtection(created.deletionProtection() ? "ACTIVE" : "INACTIVE")
                        .adminCreateUserConfig(CognitoUserPoolAdminCreateUserConfig.builder()
                                .allowAdminCreateUserOnly(
                                        Variable.of(EnvironmentKeys.USER_POOL, UserPoolKeys.SELF_SIGN_UP)
                                                .negated())
                                .build())
                        .passwordPolicy(CognitoUserPoolPasswordPolicy.builder()
                                .minimumLength(
                                        Variable.of(EnvironmentKeys.USER_POOL, UserPoolKeys.PASSWORD_MINIMUM_LENGTH)
                                                .number())
                                .requireLowercase(requires(people, "lowercase"))
                                .requireUppercase(requires(people, "uppercase"))
                                .requireNumbers(requires(people, "digits"))
                                .requireSymbols(requires(people, "symbols"))
                                .temporaryPasswordValidityDays(people.safety().passwordTemporaryDays())
                                .build())
                        .accountRecoverySetting(CognitoUserPoolAccountRecoverySetting.builder()
                                .recoveryMechanism(recovery(people.contact().recovery()))
                                .build())
                        .usernameConfiguration(CognitoUserPoolUsernameConfiguration.builder()
                                .caseSensitive(people.signIn().caseSensitive())
                                .build())
                        .emailConfiguration(CognitoUserPoolEmailConfiguration.builder()
                                .emailSendingAccount("COGNITO_DEFAULT")
                                .build())
                        .build());
        users.with(PeopleSettings.of(created));
        if (people.written()) {
            people(users, created);
        } else {
            // A pool cannot be made again with its users in it; a changed schema is the usual way to lose one.
            users.keeping("schema");
        }
        return created.deletionProtection() ? users.protectedFromDestroy() : users;
    }

    private void people(Element users, UserPool.Created created) {
        People people = created.people();
        new PoolDoors(elements, SOURCE).close(users, people);
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        if (created.needsSms()) {
            TextMessages sms = new TextMessages(elements, SOURCE.child(UserPoolKeys.SMS.word()), surroundings);
            settings.set("sms_configuration", sms.config(people.contact().sms()));
            users.after(sms.first());
        }
        users.with(settings);
        if (!people.triggers().functions().isEmpty()) {
            triggers = Optional.of(new PoolTriggers(people.triggers(), users));
        }
        people.groups().forEach(group -> group(group, users));
        ForeignSignIn foreign = new ForeignSignIn(elements, secrets, users);
        KeyPath providers = SOURCE.child(UserPoolKeys.IDENTITY_PROVIDERS.word());
        people.identityProviders()
                .forEach(provider ->
                        signIns.put(provider.name(), foreign.add(provider, providers.child(provider.name()))));
    }

    /** Has the pool call the functions that {@code compute} has made. */
    void call(Compute compute) {
        triggers.ifPresent(pool -> pool.call(elements, SOURCE.child(UserPoolKeys.TRIGGERS.word()), compute));
    }

    private void group(Group group, Element users) {
        CognitoUserGroupConfig.Builder builder = CognitoUserGroupConfig.builder()
                .name(Hcl.literal(group.name()))
                .userPoolId(users.attribute("id"))
                // Always: the provider sends 0, before all others, for one that leaves the file.
                .precedence(group.precedence());
        group.description().ifPresent(text -> builder.description(Hcl.literal(text)));
        group.roleArn().ifPresent(role -> builder.roleArn(Hcl.literal(role)));
        elements.add(SOURCE.child(UserPoolKeys.GROUPS.word()).child(group.name()), group.label(), builder.build());
    }

    private static boolean requires(People people, String characters) {
        return people.safety().passwordRequires().contains(characters);
    }

    private static List<CognitoUserPoolAccountRecoverySettingRecoveryMechanism> recovery(List<String> ways) {
        List<CognitoUserPoolAccountRecoverySettingRecoveryMechanism> mechanisms = new ArrayList<>();
        for (String way : ways) {
            mechanisms.add(CognitoUserPoolAccountRecoverySettingRecoveryMechanism.builder()
                    .name(PeopleSettings.recovery(way))
                    .priority(mechanisms.size() + 1)
                    .build());
        }
        return mechanisms;
    }

    /** A name of its own, a prefix, or both; tokens are asked for at the first. */
    private List<Element> domain(UserPool.Created created, String poolId) {
        List<Element> made = new ArrayList<>();
        environment.authDomain().ifPresent(name -> made.add(domains.authDomain(name, poolId)));
        created.domainPrefix()
                .ifPresent(prefix -> made.add(elements.add(
                                SOURCE.child("domain_prefix"),
                                made.isEmpty() ? "users" : "users_prefix",
                                CognitoUserPoolDomainConfig.builder()
                                        .domain(prefix)
                                        .userPoolId(poolId)
                                        .build())
                        // Where the prefix was the only domain, that one lets go of it first.
                        .after(List.copyOf(made))));
        return List.copyOf(made);
    }

    private void publish(String prefix, String parameter, String id, String value) {
        elements.add(
                        SOURCE.child("ssm_prefix"),
                        id,
                        SsmParameterConfig.builder()
                                .name(prefix + "/" + parameter)
                                .description("user pool of "
                                        + Variable.of(EnvironmentKeys.NAME).text() + ", for other environments")
                                .type("String")
                                .value(value)
                                .build())
                .createdBeforeDestroyed();
    }

    private Pool published(UserPool.Published published) {
        String id = read(published, "CognitoUserPoolId", "user_pool_id");
        boolean needsTokens = environment.clients().stream().anyMatch(client -> client.usesTokenEndpoint());
        Optional<String> url =
                needsTokens ? Optional.of(read(published, "CognitoUserPoolUrl", "user_pool_url")) : Optional.empty();
        return new Pool(
                id,
                read(published, "CognitoUserPoolArn", "user_pool_arn"),
                issuer(id),
                url.map(UserPools::tokenEndpoint),
                List.of(),
                new TreeMap<>());
    }

    private String read(UserPool.Published published, String parameter, String id) {
        return elements.add(
                        SOURCE.child("ssm_prefix"),
                        id,
                        DataAwsSsmParameterConfig.builder()
                                .name(published.prefix() + "/" + parameter)
                                .build())
                .attribute("insecure_value");
    }

    private Pool existing(UserPool.Existing existing) {
        return new Pool(
                existing.poolId(),
                surroundings.arn("cognito-idp", "userpool/" + existing.poolId()),
                issuer(existing.poolId()),
                existing.domainPrefix().map(prefix -> tokenEndpoint(prefixed(prefix))),
                List.of(),
                new TreeMap<>());
    }

    private String prefixed(String prefix) {
        return CognitoHost.url(prefix, environment.region());
    }

    private String issuer(String poolId) {
        return "https://cognito-idp." + environment.region() + ".amazonaws.com/" + poolId;
    }

    private static String tokenEndpoint(String url) {
        return url + "/oauth2/token";
    }
}
