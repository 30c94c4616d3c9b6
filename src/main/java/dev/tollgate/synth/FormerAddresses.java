package dev.tollgate.synth;

import dev.tollgate.model.ApiKind;
import dev.tollgate.model.CustomDomain;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Label;
import dev.tollgate.model.Route;
import dev.tollgate.model.RouteKey;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The addresses that Tollgate 0.1 gave what has another one now, so that a stack of then is changed and not made anew.
 */
final class FormerAddresses {

    private static final String RESOURCE = "aws_api_gateway_resource.";
    private static final Set<String> OF_ROUTES = Set.of(
            "aws_api_gateway_integration",
            "aws_api_gateway_integration_response",
            "aws_api_gateway_method",
            "aws_api_gateway_method_response",
            "aws_apigatewayv2_route",
            "aws_lambda_permission");
    private static final String JWT_AUTHORIZER = "aws_apigatewayv2_authorizer.jwt";
    private static final List<String> CERTIFICATE = List.of("aws_acm_certificate.", "aws_acm_certificate_validation.");

    private final Environment environment;
    private final Map<String, String> routes = new HashMap<>();
    private final Map<String, String> paths = new HashMap<>();

    FormerAddresses(Environment environment) {
        this.environment = environment;
        for (Route route : environment.routes()) {
            RouteKey key = route.key();
            String former = pathId(key.segments(), key.isDefault() ? "default" : "root");
            routes.put(key.id(environment.kind()), key.method().toLowerCase(Locale.ROOT) + "_" + former);
            routes.put(new RouteKey("OPTIONS", key.path()).id(environment.kind()), "options_" + former);
            for (List<String> segments : key.resources()) {
                paths.put(
                        RouteKey.pathId(segments, ApiKind.REST, "root"), Label.of(String.join("_", segments), "root"));
            }
        }
    }

    /** Parameters went by their names, so that another name was another address. */
    private static String pathId(List<String> segments, String empty) {
        return Label.part(String.join("_", segments), empty);
    }

    /** The former addresses of {@code emitted}, each with the one that it is now. */
    SortedMap<String, String> of(Set<String> emitted) {
        SortedMap<String, String> moved = new TreeMap<>();
        for (String address : emitted) {
            String former = former(address);
            if (!former.equals(address) && !emitted.contains(former)) {
                moved.put(former, address);
            }
        }
        if (emitted.contains(JWT_AUTHORIZER)) {
            moved.put("aws_apigatewayv2_authorizer.cognito", JWT_AUTHORIZER);
        }
        environment.customDomain().ifPresent(domain -> moved.putAll(certificates(domain)));
        return moved;
    }

    private String former(String address) {
        int dot = address.indexOf('.');
        String name = address.substring(dot + 1);
        if (address.startsWith(RESOURCE)) {
            return RESOURCE + paths.getOrDefault(name, name);
        }
        String type = address.substring(0, dot);
        return OF_ROUTES.contains(type) ? type + "." + routes.getOrDefault(name, name) : address;
    }

    /** In us-east-1 one certificate was for the API's names and the pool's; it goes on as the pool's. */
    private SortedMap<String, String> certificates(CustomDomain domain) {
        boolean own = environment.createsUserPool() && domain.auth().isPresent();
        boolean shared = own && environment.region().equals(Providers.CLOUDFRONT_REGION);
        SortedMap<String, String> moved = new TreeMap<>();
        if (shared || domain.api().isPresent()) {
            CERTIFICATE.forEach(type -> moved.put(type + "api", type + (shared ? "auth" : "api_domain")));
        }
        if (own) {
            domain.auth()
                    .map(name -> Label.part(name, "name"))
                    .filter(label -> !label.equals("auth"))
                    .ifPresent(label ->
                            moved.put("aws_route53_record.validation_" + label, "aws_route53_record.validation_auth"));
        }
        return moved;
    }
}
