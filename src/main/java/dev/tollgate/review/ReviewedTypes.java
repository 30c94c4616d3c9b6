package dev.tollgate.review;

import java.util.List;

/** The kinds of resources that an API of this kind is made of; all others are counted and folded away. */
final class ReviewedTypes {

    private static final List<String> PREFIXES = List.of(
            "aws_api_gateway_",
            "aws_apigatewayv2_",
            "aws_cognito_",
            "aws_lambda_",
            "aws_dynamodb_table",
            "aws_cloudwatch_log_group",
            "aws_iam_",
            "aws_acm_",
            "aws_route53_record",
            "aws_ssm_parameter",
            "aws_scheduler_",
            "aws_sns_",
            "aws_wafv2_web_acl");

    private ReviewedTypes() {}

    static boolean holds(String type) {
        return PREFIXES.stream().anyMatch(type::startsWith);
    }
}
