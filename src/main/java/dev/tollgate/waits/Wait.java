package dev.tollgate.waits;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A resource that AWS takes its time for. As of 2026-11-21.
 *
 * @param type Terraform's type of resource
 * @param what what one waits for, as the beginning of a line
 * @param usually how long that takes
 * @param source AWS's page, where it says so; empty where the figure is experience
 */
public record Wait(String type, String what, String usually, String source) {

    /** The table, sorted by type. */
    public static final List<Wait> ALL = List.of(
            new Wait(
                    "aws_acm_certificate_validation",
                    "certificate validation",
                    "usually 2 to 5 minutes, up to 30; longer when the zone is not delegated yet",
                    "https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html"),
            new Wait(
                    "aws_api_gateway_domain_name",
                    "the API's domain name",
                    "usually a minute",
                    "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html"),
            new Wait(
                    "aws_apigatewayv2_domain_name",
                    "the API's domain name",
                    "usually a minute",
                    "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-custom-domain-names.html"),
            new Wait(
                    "aws_cognito_user_pool_domain",
                    "Cognito's domain",
                    "seconds with a prefix; up to 60 minutes with a name of one's own",
                    "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html"),
            new Wait(
                    "aws_dynamodb_table",
                    "a table and its backups",
                    "usually under a minute",
                    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html"),
            new Wait(
                    "aws_lambda_function",
                    "a function",
                    "seconds; a few minutes in a private network, 20 and more to leave it",
                    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html"),
            new Wait(
                    "aws_lambda_provisioned_concurrency_config",
                    "instances that are kept started",
                    "usually a minute or two",
                    "https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html"),
            new Wait(
                    "aws_route53_record",
                    "a DNS record",
                    "usually 60 seconds",
                    "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-creating.html"));

    /** What one waits for when resources of {@code types} are made or changed. */
    public static List<Wait> of(Collection<String> types) {
        TreeSet<String> asked = new TreeSet<>(types);
        return ALL.stream().filter(wait -> asked.contains(wait.type())).toList();
    }

    /** The line for a person: {@code certificate validation: usually 2 to 5 minutes}. */
    public String line() {
        return what + ": " + usually;
    }
}
