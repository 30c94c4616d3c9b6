package dev.tollgate.gateway.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** An error of Cognito's API, as its SDKs read it. */
final class CognitoRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final String text;

    CognitoRefusal(String type, String text) {
        super(type + ": " + text, null, false, false);
        this.type = type;
        this.text = text;
    }

    static CognitoRefusal parameter(String text) {
        return new CognitoRefusal("InvalidParameterException", text);
    }

    static CognitoRefusal notAuthorized(String text) {
        return new CognitoRefusal("NotAuthorizedException", text);
    }

    TokenAnswer answer() {
        return TokenAnswer.json(
                        400,
                        CognitoApi.CONTENT_TYPE,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("__type", type)
                                .put("message", text))
                .with("x-amzn-ErrorType", type + ":")
                // A message may quote what a stranger sent, and a header must not.
                .with("x-amzn-ErrorMessage", text.replaceAll("[^ -~]", "?"));
    }
}
