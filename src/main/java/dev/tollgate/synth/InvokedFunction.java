package dev.tollgate.synth;

import java.util.Optional;

/**
 * A function as others call it.
 *
 * @param functionName its name, for the permission to call it
 * @param qualifier the alias that is called, which has permissions of its own
 * @param arn by which all but API Gateway call it
 * @param invokeArn where API Gateway sends requests for it
 */
record InvokedFunction(String functionName, Optional<String> qualifier, String arn, String invokeArn) {

    /** Its name and its alias: {@code books:live}. */
    String qualifiedName() {
        return functionName + qualifier.map(alias -> ":" + alias).orElse("");
    }
}
