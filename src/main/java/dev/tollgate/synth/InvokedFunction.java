package dev.tollgate.synth;

/**
 * A function as API Gateway calls it.
 *
 * @param functionName its name, for the permission to call it
 * @param invokeArn where API Gateway sends requests for it
 */
record InvokedFunction(String functionName, String invokeArn) {}
