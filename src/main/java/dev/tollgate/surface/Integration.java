package dev.tollgate.surface;

import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.Optional;

/**
 * What a route calls.
 *
 * @param resource the integration's; the API's own when it comes from an OpenAPI {@code body}
 * @param type {@code AWS_PROXY}, {@code MOCK}, {@code HTTP_PROXY} …; empty when it cannot be told
 * @param uri as written
 * @param function the Lambda function, where it is one that is there ({@code aws_lambda_function}, or its data source)
 */
public record Integration(Resource resource, String type, Value uri, Optional<Resource> function) {}
