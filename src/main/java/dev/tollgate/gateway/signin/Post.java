package dev.tollgate.gateway.signin;

/** Where mails and text messages go, that nobody sends from here. */
public interface Post {

    /** Hands {@code text}, which may hold a code, to whoever looks after {@code destination}. */
    void deliver(String destination, String text);
}
