package dev.tollgate.check.rule;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;

/** The app clients that an authorizer names. A plan does not know the ids, but which clients they are taken from. */
final class Audience {

    private static final String CLIENT = "aws_cognito_user_pool_client";

    private Audience() {}

    /** The clients that {@code value} leads to; none when any part of it leads elsewhere. */
    static List<Resource> clients(Infrastructure infrastructure, Value value) {
        if (infrastructure.follow(value, CLIENT) instanceof ReferenceTarget.To to) {
            return List.of(to.resource());
        }
        if (value.text().isPresent()) {
            return List.of();
        }
        List<Optional<Resource>> found = value.references().stream()
                .map(reference -> infrastructure.find(reference.address()).filter(one -> one.type()
                        .equals(CLIENT)))
                .toList();
        return found.stream().allMatch(Optional::isPresent)
                ? found.stream().flatMap(Optional::stream).distinct().toList()
                : List.of();
    }
}
