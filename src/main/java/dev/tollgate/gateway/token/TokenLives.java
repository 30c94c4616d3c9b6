package dev.tollgate.gateway.token;

/** How long each kind of token lives, in seconds. */
public record TokenLives(long access, long id, long refresh) {

    public TokenLives {
        if (access <= 0 || id <= 0 || refresh <= 0) {
            throw new IllegalArgumentException("a token lives at least a second");
        }
    }
}
