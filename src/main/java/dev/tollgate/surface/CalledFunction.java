package dev.tollgate.surface;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;

/**
 * A function as somebody calls it: as it is, or by an alias, which has permissions of its own.
 *
 * @param function the function itself; the alias, where its function is made elsewhere
 * @param qualifier the alias's name; empty without one, {@code ?} where it is not known
 */
public record CalledFunction(Resource function, String qualifier) {

    private static final String ALIAS = "aws_lambda_alias";

    /** What {@code called}, an {@code aws_lambda_function} or an {@code aws_lambda_alias}, is. */
    public static CalledFunction of(Infrastructure infrastructure, Resource called) {
        if (called.is(ALIAS)
                && infrastructure.follow(called.get("function_name"), "aws_lambda_function")
                        instanceof ReferenceTarget.To to) {
            return new CalledFunction(
                    to.resource(),
                    infrastructure.resolve(called.get("name")).text().orElse("?"));
        }
        return new CalledFunction(called, "");
    }
}
