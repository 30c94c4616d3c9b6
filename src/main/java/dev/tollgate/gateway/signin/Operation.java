package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One operation of Cognito's API. */
interface Operation {

    ObjectNode answer(Input input, Door door) throws CognitoRefusal;
}
