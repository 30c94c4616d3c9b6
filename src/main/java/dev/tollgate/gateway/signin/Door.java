package dev.tollgate.gateway.signin;

/**
 * Where a request came in. A pool has two doors: one as Cognito's, whose tokens say that Cognito issued them, and one
 * as an OpenID provider at its own address, for clients that insist on the issuer being where they found it.
 *
 * @param base the address of this door, without a slash at its end
 * @param issuer what {@code iss} says in tokens that are given here
 */
record Door(String base, String issuer) {}
