package dev.tollgate.surface;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a user pool calls on the way: {@code lambda_config}. */
public final class CalledByPool {

    private CalledByPool() {}

    /** The functions of this configuration that {@code pool} calls, by Terraform's name of the trigger. */
    public static SortedMap<String, Resource> of(Infrastructure infrastructure, Resource pool) {
        SortedMap<String, Resource> called = new TreeMap<>();
        Value config = pool.get("lambda_config");
        Value block = config.items().size() == 1 ? config.items().get(0) : config;
        if (block instanceof Value.Mapping mapping) {
            mapping.members().forEach((name, value) -> {
                Value arn = value.get("lambda_arn").isUnset() ? value : value.get("lambda_arn");
                if (infrastructure.follow(arn, "aws_lambda_function", "aws_lambda_alias")
                        instanceof ReferenceTarget.To to) {
                    called.put(
                            name.replaceAll("_config$", ""),
                            CalledFunction.of(infrastructure, to.resource()).function());
                }
            });
        }
        return called;
    }
}
