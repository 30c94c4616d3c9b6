package dev.tollgate.init;

import dev.tollgate.schema.Attribute;
import dev.tollgate.schema.EnvironmentSchema;
import dev.tollgate.schema.Limit;
import dev.tollgate.schema.Type;
import java.util.List;
import java.util.Optional;

/** A value that is asked for, and what the environment file's schema lets it be. */
public enum Field {
    NAME("name"),
    REGION("region"),
    DOMAIN_PREFIX("user_pool.domain_prefix"),
    POOL_ID("user_pool.id"),
    SSM_PREFIX("user_pool.ssm_prefix"),
    ISSUER("authorizer.issuer"),
    ZONE("custom_domain.zone"),
    API_DOMAIN("custom_domain.api"),
    AUTH_DOMAIN("custom_domain.auth");

    private final String path;

    Field(String path) {
        this.path = path;
    }

    /** What is allowed, when {@code answer} is not. */
    public Optional<String> problem(String answer) {
        return limit().filter(limit -> !limit.admits(answer)).map(Limit::allowed);
    }

    private Optional<Limit> limit() {
        List<String> keys = List.of(path.split("\\.", -1));
        Type.ObjectOf at = EnvironmentSchema.ROOT;
        for (String key : keys.subList(0, keys.size() - 1)) {
            at = (Type.ObjectOf) at.attribute(key).map(Attribute::type).orElseThrow();
        }
        return at.attribute(keys.get(keys.size() - 1)).flatMap(Attribute::limit);
    }
}
