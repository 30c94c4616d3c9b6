package dev.tollgate.grant;

/** Which of a person's tokens is wanted. */
public enum TokenKind {
    /** What routes with scopes take, and an HTTP API always. */
    ACCESS("AccessToken"),
    /** What routes of a REST API without scopes take. */
    ID("IdToken");

    private final String member;

    TokenKind(String member) {
        this.member = member;
    }

    String member() {
        return member;
    }
}
