package dev.tollgate.check.rule;

import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import java.util.List;

/** An attribute that the pool does not have, in anybody's Terraform. */
final class UnknownAttributeInTerraform {

    private UnknownAttributeInTerraform() {}

    static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource provider : infrastructure.ofType("aws_cognito_identity_provider")) {
            SeenPool.of(infrastructure, provider).ifPresent(pool -> SeenPool.mapped(infrastructure, provider).stream()
                    .filter(name -> !pool.has(name))
                    .forEach(name -> report.error(
                            Place.of(provider, "attribute_mapping"),
                            "identity provider `" + provider.address() + "` maps `" + name
                                    + "`, which user pool `"
                                    + pool.pool().address() + "` does not have",
                            "add it to the pool's `schema`, or map a standard attribute")));
        }
        for (Resource client : infrastructure.ofType("aws_cognito_user_pool_client")) {
            SeenPool.of(infrastructure, client).ifPresent(pool -> {
                for (String list : List.of("read_attributes", "write_attributes")) {
                    Texts.of(infrastructure.resolve(client.argument(list))).stream()
                            .filter(name -> !pool.has(name))
                            .forEach(name -> report.error(
                                    Place.of(client, list),
                                    "app client `" + client.address() + "` names attribute `" + name
                                            + "`, which user pool `"
                                            + pool.pool().address() + "` does not have",
                                    "add it to the pool's `schema`; own attributes are `custom:NAME`"));
                }
            });
        }
    }
}
