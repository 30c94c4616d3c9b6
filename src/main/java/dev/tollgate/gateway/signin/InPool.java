package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.LocalPool;

/** Administrators' operations, which name the pool, and those that name somebody in it, too. */
record InPool(LocalPool pool, Directory directory) {

    /** What is done with somebody. */
    interface With {
        ObjectNode of(Input input, PoolAccount account) throws CognitoRefusal;
    }

    /** What is done in this pool. */
    interface Here {
        ObjectNode of(Input input) throws CognitoRefusal;
    }

    Operation here(Here operation) {
        return (input, door) -> {
            String asked = input.required("UserPoolId");
            if (!asked.equals(pool.id())) {
                throw new CognitoRefusal("ResourceNotFoundException", "User pool " + asked + " does not exist.");
            }
            return operation.of(input);
        };
    }

    Operation with(With operation) {
        return here(input ->
                operation.of(input, directory.find(input.required("Username")).orElseThrow(Accounts::unknown)));
    }
}
