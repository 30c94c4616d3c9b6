package dev.tollgate.gateway.read;

import dev.tollgate.archive.Sha256;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What AWS names at apply, named here: ids that are the same on every start, made of the resource's address and of what
 * the project is known by on this machine, so that no page can guess them.
 */
public final class LocalNames {

    /** The account that stands in for the one that nobody is asked for. */
    public static final String ACCOUNT = "123456789012";

    private final Infrastructure infrastructure;
    private final KnownIds ids;

    /** Names for what {@code infrastructure} holds. */
    public LocalNames(Infrastructure infrastructure) {
        this(infrastructure, KnownIds.NONE);
    }

    /** The same, but {@code ids} where they are known. */
    public LocalNames(Infrastructure infrastructure, KnownIds ids) {
        this.infrastructure = infrastructure;
        this.ids = ids;
    }

    /** {@code value} as text, with made-up names where AWS gives one at apply; empty when it is not known. */
    Optional<String> text(Value value) {
        Value resolved = infrastructure.resolve(value);
        if (resolved instanceof Value.Sensitive sensitive) {
            return text(sensitive.hidden());
        }
        if (resolved.text().isPresent()) {
            return resolved.text();
        }
        if (resolved instanceof Value.Reference reference) {
            return attribute(reference);
        }
        if (resolved instanceof Value.Template template) {
            StringBuilder text = new StringBuilder();
            for (Value part : template.parts()) {
                Optional<String> known = text(part);
                if (known.isEmpty()) {
                    return Optional.empty();
                }
                text.append(known.get());
            }
            return Optional.of(text.toString());
        }
        if (resolved instanceof Value.Unknown unknown && unknown.from().size() == 1) {
            return attribute(unknown.from().get(0));
        }
        return Optional.empty();
    }

    /** The address of the resource that {@code value} refers to, to tell two references apart; or the value itself. */
    String referent(Value value) {
        return infrastructure.follow(value) instanceof ReferenceTarget.To to
                ? to.resource().address()
                : value.toString();
    }

    private Optional<String> attribute(Value.Reference reference) {
        return infrastructure.find(reference.address()).flatMap(resource -> attribute(resource, reference.attribute()));
    }

    private Optional<String> attribute(Resource resource, String attribute) {
        return switch (resource.type() + "." + attribute) {
            case "aws_cognito_user_pool.id" -> Optional.of(poolId(resource));
            case "aws_cognito_user_pool.arn" ->
                Optional.of(
                        "arn:aws:cognito-idp:" + region(resource) + ":" + ACCOUNT + ":userpool/" + poolId(resource));
            case "aws_cognito_user_pool.endpoint" ->
                Optional.of("cognito-idp." + region(resource) + ".amazonaws.com/" + poolId(resource));
            case "aws_cognito_user_pool_client.id" -> Optional.of(clientId(resource));
            case "aws_cognito_user_pool_client.client_secret" -> Optional.of(clientSecret(resource));
            case "aws_cognito_identity_provider.provider_name", "aws_cognito_identity_provider.id" ->
                text(resource.get("provider_name"));
            case "aws_dynamodb_table.id" -> text(resource.get("name"));
            case "aws_dynamodb_table.arn" ->
                text(resource.get("name"))
                        .map(name -> "arn:aws:dynamodb:" + region(resource) + ":" + ACCOUNT + ":table/" + name);
            case "aws_api_gateway_rest_api.execution_arn", "aws_apigatewayv2_api.execution_arn" ->
                Optional.of("arn:aws:execute-api:" + region(resource) + ":" + ACCOUNT + ":" + apiId(resource));
            case "aws_lambda_function.arn" ->
                text(resource.get("function_name"))
                        .map(name -> "arn:aws:lambda:" + region(resource) + ":" + ACCOUNT + ":function:" + name);
            default -> Optional.empty();
        };
    }

    /** {@code eu-west-1_} and nine characters, as Cognito's are. */
    public String poolId(Resource pool) {
        String known = known(pool);
        return known.isEmpty() ? region(pool) + "_" + letters(pool.address(), 9) : known;
    }

    /** 26 characters, as Cognito's are; the real one where a plan knows it. */
    public String clientId(Resource client) {
        String known = known(client);
        return known.isEmpty() ? letters("client " + client.address(), 26) : known;
    }

    private String known(Resource resource) {
        return Optional.ofNullable(ids.byAddress().get(resource.address()))
                .or(() -> resource.get("id").text())
                .orElse("");
    }

    /** The id of the pool that is made elsewhere, or of the one that stands in for it. */
    public String elsewhereId(String region) {
        return ids.elsewhere().orElseGet(() -> region + "_" + letters("the pool that is made elsewhere", 9));
    }

    /** Never the real one. */
    public String clientSecret(Resource client) {
        return letters("secret " + client.address(), 52);
    }

    /** Ten characters, as an API's are. */
    String apiId(Resource api) {
        return letters(api.address(), 10);
    }

    /** The region of the resource's provider. */
    String region(Resource resource) {
        return infrastructure.region(resource).orElse("us-east-1");
    }

    private String letters(String what, int length) {
        byte[] digest = Sha256.algorithm().digest((ids.seed() + what).getBytes(StandardCharsets.UTF_8));
        String text = new BigInteger(1, digest).toString(36).toLowerCase(Locale.ROOT);
        return (text + text).substring(0, length);
    }
}
