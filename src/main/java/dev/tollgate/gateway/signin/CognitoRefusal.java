package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** An error of Cognito's API, as its SDKs read it. */
final class CognitoRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int MAX_HEADER = 512;

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

    String type() {
        return type;
    }

    String text() {
        return text;
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
                .with("x-amzn-ErrorMessage", header());
    }

    /** A message may quote what a stranger sent, at any length; a header must not. */
    private String header() {
        return text.substring(0, Math.min(text.length(), MAX_HEADER)).replaceAll("[^ -~]", "?");
    }
}
