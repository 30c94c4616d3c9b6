package dev.tollgate.beside;

import java.util.List;

/**
 * The types of Terraform's that a REST API is described with, beside the API itself: a deployment is a copy of these.
 */
public final class RestPartTypes {

    /** Sorted. */
    public static final List<String> ALL = List.of(
            "aws_api_gateway_authorizer",
            "aws_api_gateway_gateway_response",
            "aws_api_gateway_integration",
            "aws_api_gateway_integration_response",
            "aws_api_gateway_method",
            "aws_api_gateway_method_response",
            "aws_api_gateway_model",
            "aws_api_gateway_request_validator",
            "aws_api_gateway_resource",
            "aws_api_gateway_rest_api_policy");

    private RestPartTypes() {}
}
