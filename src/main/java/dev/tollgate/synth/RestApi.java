package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.api_gateway_base_path_mapping.ApiGatewayBasePathMappingConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_domain_name.ApiGatewayDomainNameConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_domain_name.ApiGatewayDomainNameEndpointConfiguration;
import com.hashicorp.cdktf.providers.aws.api_gateway_rest_api.ApiGatewayRestApiConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_rest_api.ApiGatewayRestApiEndpointConfiguration;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Definition;
import dev.tollgate.model.Environment;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.synth.RestDefinition.Part;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A REST API: its definition, what lets it call the functions, a deployment and a stage, and a domain of its own. */
final class RestApi {

    private static final KeyPath SOURCE = KeyPath.of("api_type");
    private static final KeyPath DEFINITION = KeyPath.of("definition");
    private static final String DEPLOYMENT = "api";
    private static final String ONLY_OUR_WAY_BACK =
            "the routes of this API are one document. To make resources of them again, run `tollgate plan`, which reads"
                    + " their ids from AWS, and apply its plan with `tollgate deploy`. Or write"
                    + " `definition = \"openapi\"` again.";

    private final Elements elements;
    private final Environment environment;
    private final RestDefinition definition;
    private final SortedSet<String> leftovers = new TreeSet<>();
    private final Element api;
    private final RestStage stage;

    RestApi(
            Elements elements,
            Environment environment,
            Compute compute,
            Optional<Pool> pool,
            Domains domains,
            Surroundings surroundings) {
        this.elements = elements;
        this.environment = environment;
        this.definition = new RestDefinition(environment.definition() == Definition.OPENAPI ? "document" : DEPLOYMENT);
        this.api = definition.implied(Part.API, add(compute, pool));
        List<Element> permissions = new Permissions(
                        elements, environment, compute, api.attribute("execution_arn") + "/" + environment.stage())
                .all();
        stage = new RestStage(
                elements,
                environment,
                api.attribute("id"),
                definition,
                permissions,
                new RestTriggers(environment, api, compute, pool.map(Pool::arn)).all(),
                surroundings);
        environment.apiDomain().ifPresent(name -> domain(name, domains));
    }

    /** The API, with the routes in it or beside it. */
    private Element add(Compute compute, Optional<Pool> pool) {
        String now = environment.definition().word();
        if (environment.definition() == Definition.RESOURCES) {
            Memory known = elements.add(DEFINITION, Memory.ofFirst("definition", now));
            Element made = elements.add(SOURCE, "api", arguments().build()).demanding(known.is(now), ONLY_OUR_WAY_BACK);
            RestResources.add(elements, environment, compute, pool, made, definition);
            return made;
        }
        elements.add(DEFINITION, Memory.of("definition", now));
        RestBody body = new RestBody(environment, compute, pool);
        Element made = elements.add(
                SOURCE,
                "api",
                arguments()
                        .body(body.text())
                        // What leaves the document leaves the API.
                        .putRestApiMode("overwrite")
                        // A security scheme that API Gateway does not understand is a warning, and an open route.
                        .failOnWarnings(true)
                        .parameters(Map.of("ignore", "documentation"))
                        .build());
        body.sources().forEach((part, source) -> elements.describe(made.address() + " " + part, source));
        Elements resources = new Elements();
        RestResources.add(resources, environment, compute, pool, made, new RestDefinition(DEPLOYMENT));
        leftovers.addAll(resources.sources().keySet());
        leftovers.add("aws_api_gateway_deployment." + DEPLOYMENT);
        return made;
    }

    /**
     * The resources that a stack had for the same routes before they came to be one document. Terraform would destroy
     * them after it has handed the document over, and with them what the document has just made. Their deployment is
     * one of them: replaced in a plan that forgets them, it is a cycle.
     */
    SortedSet<String> leftovers() {
        return Collections.unmodifiableSortedSet(leftovers);
    }

    private ApiGatewayRestApiConfig.Builder arguments() {
        return ApiGatewayRestApiConfig.builder()
                .name(Variable.of(EnvironmentKeys.NAME).text())
                .description(Variable.of(EnvironmentKeys.DESCRIPTION).text())
                .endpointConfiguration(ApiGatewayRestApiEndpointConfiguration.builder()
                        .types(List.of("REGIONAL"))
                        .build())
                .disableExecuteApiEndpoint(environment.apiDomain().isPresent());
    }

    private void domain(String name, Domains domains) {
        KeyPath source = KeyPath.of("custom_domain", "api");
        Element domain = elements.add(
                source,
                "api",
                ApiGatewayDomainNameConfig.builder()
                        .domainName(name)
                        .regionalCertificateArn(domains.apiCertificate())
                        .endpointConfiguration(ApiGatewayDomainNameEndpointConfiguration.builder()
                                .types(List.of("REGIONAL"))
                                .build())
                        .securityPolicy("TLS_1_2")
                        .build());
        elements.add(
                        source,
                        "api",
                        ApiGatewayBasePathMappingConfig.builder()
                                .domainName(domain.attribute("domain_name"))
                                .apiId(api.attribute("id"))
                                .stageName(stage.name())
                                .build())
                .after(stage.settings());
        domains.apiRecord(name, domain.attribute("regional_domain_name"), domain.attribute("regional_zone_id"));
    }

    /** What a deployment is a snapshot of. */
    RestDefinition definition() {
        return definition;
    }

    /** Where the API is called, without a slash at its end. */
    String baseUrl() {
        return environment.apiDomain().map(name -> "https://" + name).orElseGet(stage::invokeUrl);
    }
}
