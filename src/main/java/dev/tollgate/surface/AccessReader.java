package dev.tollgate.surface;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;

/** What a method or a route requires, from its attributes. */
final class AccessReader {

    private final Infrastructure infrastructure;
    private final Owners owners;
    private final ScopeReader scopes;
    private final List<Authorizer> authorizers;

    AccessReader(Infrastructure infrastructure, List<Authorizer> authorizers) {
        this.infrastructure = infrastructure;
        this.owners = new Owners(infrastructure);
        this.scopes = new ScopeReader(infrastructure);
        this.authorizers = authorizers;
    }

    /** {@code authorization} is the attribute that names the kind; absent means none, as AWS has it. */
    Access read(Resource route, Value authorization) {
        Value kind = infrastructure.resolve(authorization);
        if (kind.isAbsent()) {
            return new Access.Open();
        }
        Optional<String> word = kind.text();
        if (word.isEmpty()) {
            return new Access.Undecided(
                    route.document().isPresent() && kind instanceof Value.Unknown unknown
                            ? unknown.because()
                            : "its authorization is not known yet");
        }
        return switch (word.get()) {
            case "NONE" -> new Access.Open();
            case "AWS_IAM" -> new Access.Iam();
            case "CUSTOM" -> new Access.Custom(authorizer(route));
            case "COGNITO_USER_POOLS", "JWT" ->
                new Access.Token(authorizer(route), scopes.read(route.get("authorization_scopes")));
            default -> new Access.Undecided("authorization `" + word.get() + "` is unknown");
        };
    }

    private Optional<Authorizer> authorizer(Resource route) {
        Optional<Resource> found =
                owners.of(route.get("authorizer_id"), "aws_api_gateway_authorizer", "aws_apigatewayv2_authorizer");
        return found.flatMap(resource -> authorizers.stream()
                .filter(authorizer -> authorizer.resource().address().equals(resource.address()))
                .findFirst());
    }
}
