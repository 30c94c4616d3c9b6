package dev.tollgate.synth;

/**
 * A function as API Gateway and Cognito call it.
 *
 * @param functionName its name, for the permission to call it
 * @param arn by which Cognito calls it
 * @param invokeArn where API Gateway sends requests for it
 */
record InvokedFunction(String functionName, String arn, String invokeArn) {}
