package dev.tollgate.gateway.read;

import dev.tollgate.gateway.token.LocalTriggers;
import dev.tollgate.gateway.token.PasswordPolicy;
import dev.tollgate.gateway.token.PersonAttribute;
import dev.tollgate.gateway.token.PoolGroup;
import dev.tollgate.gateway.token.PoolPeople;
import dev.tollgate.gateway.token.PoolProvider;
import dev.tollgate.surface.CalledByPool;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a pool says of people. */
final class PeopleReader {

    private final Infrastructure infrastructure;
    private final LocalNames names;

    PeopleReader(Infrastructure infrastructure, LocalNames names) {
        this.infrastructure = infrastructure;
        this.names = names;
    }

    PoolPeople of(Resource pool) {
        return new PoolPeople(
                texts(pool.get("username_attributes")),
                texts(pool.get("alias_attributes")),
                // Cognito's own default, as long as nobody says so.
                !value(pool.get("username_configuration").get("case_sensitive")).is("false"),
                !value(pool.get("admin_create_user_config").get("allow_admin_create_user_only"))
                        .is("true"),
                texts(pool.get("auto_verified_attributes")),
                passwords(pool.get("password_policy")),
                value(pool.get("mfa_configuration")).text().orElse("OFF"),
                value(pool.get("software_token_mfa_configuration").get("enabled"))
                        .is("true"),
                attributes(pool),
                groups(pool),
                providers(pool),
                triggers(pool));
    }

    private Value value(Value written) {
        return infrastructure.resolve(written);
    }

    private List<String> texts(Value list) {
        return value(list).items().stream()
                .flatMap(item -> value(item).text().stream())
                .toList();
    }

    private PasswordPolicy passwords(Value policy) {
        if (policy.isAbsent()) {
            return PasswordPolicy.DEFAULT;
        }
        return new PasswordPolicy(
                number(policy.get("minimum_length")).map(Long::intValue).orElse(8),
                value(policy.get("require_lowercase")).is("true"),
                value(policy.get("require_uppercase")).is("true"),
                value(policy.get("require_numbers")).is("true"),
                value(policy.get("require_symbols")).is("true"),
                number(policy.get("password_history_size")).map(Long::intValue).orElse(0));
    }

    private Optional<Long> number(Value written) {
        return value(written).number().map(Number::longValue);
    }

    private List<PersonAttribute> attributes(Resource pool) {
        return pool.get("schema").items().stream()
                .flatMap(attribute -> value(attribute.get("name")).text().stream()
                        .map(name -> new PersonAttribute(
                                PersonAttribute.isStandard(name) ? name : "custom:" + name,
                                value(attribute.get("required")).is("true"),
                                value(attribute.get("mutable")).is("true"))))
                .toList();
    }

    private List<PoolGroup> groups(Resource pool) {
        return ofPool("aws_cognito_user_group", pool).stream()
                .map(group -> new PoolGroup(
                        names.text(group.get("name")).orElse(group.name()),
                        number(group.get("precedence")),
                        names.text(group.get("role_arn"))))
                .toList();
    }

    private List<PoolProvider> providers(Resource pool) {
        return ofPool("aws_cognito_identity_provider", pool).stream()
                .map(provider -> new PoolProvider(
                        names.text(provider.get("provider_name")).orElse(provider.name()),
                        names.text(provider.get("provider_type")).orElse(""),
                        value(provider.get("attribute_mapping")) instanceof Value.Mapping mapping
                                ? List.copyOf(mapping.members().keySet())
                                : List.of(),
                        texts(provider.get("idp_identifiers"))))
                .toList();
    }

    private List<Resource> ofPool(String type, Resource pool) {
        return infrastructure.ofType(type).stream()
                .filter(one ->
                        infrastructure.follow(one.get("user_pool_id"), pool.type()) instanceof ReferenceTarget.To to
                                && to.resource().isSame(pool))
                .toList();
    }

    private LocalTriggers triggers(Resource pool) {
        SortedMap<String, String> functions = new TreeMap<>();
        CalledByPool.of(infrastructure, pool)
                .forEach((trigger, function) -> functions.put(trigger, FunctionReader.name(names, function)));
        return new LocalTriggers(
                functions,
                value(pool.get("lambda_config")
                                .get("pre_token_generation_config")
                                .get("lambda_version"))
                        .text()
                        .orElse("V1_0"));
    }
}
