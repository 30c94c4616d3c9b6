package dev.tollgate.openapi;

import dev.tollgate.model.CognitoHost;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.CognitoPool;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Output;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where API and pools will be found in AWS, as far as that is known before anything is applied. */
public final class DeployedAddresses implements ServerUrls {

    private static final String TOKEN = "/oauth2/token";

    private final Infrastructure infrastructure;
    private final Surface surface;

    /** The addresses of what {@code infrastructure} describes, which means {@code surface}. */
    public DeployedAddresses(Infrastructure infrastructure, Surface surface) {
        this.infrastructure = infrastructure;
        this.surface = surface;
    }

    @Override
    public List<Server> servers(Api api) {
        List<Server> servers = new ArrayList<>();
        Stream.of("aws_api_gateway_base_path_mapping", "aws_apigatewayv2_api_mapping")
                .flatMap(type -> infrastructure.ofType(type).stream())
                .filter(mapping -> leadsTo(mapping.get("api_id"), api.resource()))
                .forEach(mapping ->
                        mapped(mapping).ifPresent(url -> servers.add(new Server(url, "the API's own domain"))));
        if (!infrastructure
                .resolve(api.resource().get("disable_execute_api_endpoint"))
                .is("true")) {
            api.stages().forEach(stage -> execute(api, stage).ifPresent(servers::add));
        }
        return servers;
    }

    private boolean leadsTo(Value value, Resource resource) {
        return infrastructure.follow(value, resource.type()) instanceof ReferenceTarget.To to
                && to.resource().isSame(resource);
    }

    private Optional<String> mapped(Resource mapping) {
        String path = text(mapping.get("base_path"))
                .or(() -> text(mapping.get("api_mapping_key")))
                .filter(key -> !key.isEmpty())
                .map(key -> "/" + key)
                .orElse("");
        Value name = mapping.get("domain_name");
        Optional<String> domain =
                infrastructure.follow(name, "aws_api_gateway_domain_name", "aws_apigatewayv2_domain_name")
                                instanceof ReferenceTarget.To to
                        ? text(to.resource().get("domain_name"))
                        : text(name);
        return domain.map(host -> "https://" + host + path);
    }

    private Optional<Server> execute(Api api, Resource stage) {
        boolean rest = api.kind() == Api.Kind.REST;
        Optional<String> name = text(stage.get(rest ? "stage_name" : "name"));
        Optional<String> region = infrastructure.region(api.resource());
        if (name.isEmpty() || region.isEmpty()) {
            return Optional.empty();
        }
        String id =
                text(api.resource().get("id")).filter(known -> !known.isEmpty()).orElse("{api_id}");
        String suffix = region.get().startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
        String path = name.get().equals("$default") ? "" : "/" + name.get();
        return Optional.of(new Server(
                "https://" + id + ".execute-api." + region.get() + "." + suffix + path,
                "the stage `" + name.get() + "`"));
    }

    @Override
    public Optional<String> tokenEndpoint(Optional<Resource> pool) {
        return pool.isPresent() ? host(pool.get()).map(host -> host + TOKEN) : elsewhere();
    }

    @Override
    public Optional<String> authorizationEndpoint(Optional<Resource> pool) {
        return tokenEndpoint(pool)
                .filter(url -> url.endsWith(TOKEN))
                .map(url -> url.substring(0, url.length() - TOKEN.length()) + "/oauth2/authorize");
    }

    /** A domain with a certificate is a name of one's own, one without a prefix of Cognito's. */
    private Optional<String> host(Resource pool) {
        Optional<Resource> domain = surface.pools().stream()
                .filter(one -> one.resource().isSame(pool))
                .findFirst()
                .flatMap(CognitoPool::domain);
        if (domain.isEmpty()) {
            return Optional.empty();
        }
        boolean own = !domain.get().get("certificate_arn").isUnset();
        Optional<String> name = text(domain.get().get("domain"));
        return own
                ? name.map(host -> "https://" + host)
                : name.flatMap(
                        prefix -> infrastructure.region(domain.get()).map(region -> CognitoHost.url(prefix, region)));
    }

    /** Of a pool made elsewhere, only what the stack itself puts out is known. */
    private Optional<String> elsewhere() {
        return infrastructure.outputs().stream()
                .filter(output -> output.name().equals("token_endpoint"))
                .map(Output::value)
                .findFirst()
                .flatMap(this::text)
                .filter(url -> url.startsWith("https://"));
    }

    private Optional<String> text(Value value) {
        return infrastructure.resolve(value).text();
    }
}
