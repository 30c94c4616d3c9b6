package dev.tollgate.cli.served;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.token.Claims;
import dev.tollgate.gateway.token.Jwt;
import dev.tollgate.gateway.token.Restated;
import dev.tollgate.grant.Grant;
import dev.tollgate.grant.TokenGrants;
import dev.tollgate.grant.TokenKind;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;
import dev.tollgate.smoke.Credential;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Every kind of credential that can be had for an API whose keys are AWS's: each client's good token, and what is wrong
 * without its keys. Of a token that is expired, or not valid yet, only its pool could make one.
 */
public final class DeployedCredentials {

    /** What is left out, and why. */
    static final String LEFT_OUT =
            "not tested: expired, not yet valid, another client; only the user pool can sign those";

    private static final List<String> PASSWORD_FLOWS = List.of("USER_PASSWORD", "USER_SRP");

    private final Function<String, ClientIssuer> issuers;
    private final Optional<String> user;
    private final Supplier<String> password;
    private final SecureRandom random;
    private final TokenGrants grants;
    private final List<Credential> all = new ArrayList<>();

    /**
     * @param issuers where each of the environment's clients gets its tokens
     * @param user who signs in to the clients that take passwords; nobody when empty
     */
    DeployedCredentials(
            Function<String, ClientIssuer> issuers,
            Optional<String> user,
            Supplier<String> password,
            SecureRandom random,
            TokenGrants grants) {
        this.issuers = issuers;
        this.user = user;
        this.password = password;
        this.random = random;
        this.grants = grants;
    }

    /** The credentials of {@code environment}'s clients, the wrong ones first. */
    public List<Credential> of(Environment environment) throws InterruptedException {
        List<Credential> good = new ArrayList<>();
        for (AppClient client : environment.clients()) {
            good.addAll(of(client));
        }
        all.add(new Credential("no token", Credential.Kind.NONE, Optional.empty(), List.of()));
        invalid("garbage", "garbage");
        good.stream().findFirst().flatMap(Credential::token).ifPresent(this::wrong);
        all.addAll(good);
        return all;
    }

    private List<Credential> of(AppClient client) throws InterruptedException {
        List<Credential> good = new ArrayList<>();
        if (client.oauthFlows().contains("client_credentials")) {
            ClientIssuer issuer = issuers.apply(client.id());
            String token = token(grants.machine(issuer.client(), issuer.tokenEndpoint(), List.of()));
            good.add(access(client, token));
        } else if (user.isPresent() && client.authFlows().stream().anyMatch(PASSWORD_FLOWS::contains)) {
            ClientIssuer issuer = issuers.apply(client.id());
            good.add(access(client, token(person(issuer, TokenKind.ACCESS))));
            good.add(new Credential(
                    "client " + client.id() + ", ID token",
                    Credential.Kind.IDENTITY,
                    Optional.of(token(person(issuer, TokenKind.ID))),
                    List.of()));
        }
        return good;
    }

    private Grant person(ClientIssuer issuer, TokenKind kind) throws InterruptedException {
        return grants.person(issuer.client(), issuer.cognito(), user.orElseThrow(), password.get(), kind);
    }

    /** What the token carries is what counts, whatever was asked for. */
    private static Credential access(AppClient client, String token) {
        List<String> carried =
                Jwt.read(token) instanceof Jwt.Decoded jwt ? jwt.claims().scopes() : List.of();
        return new Credential("client " + client.id(), Credential.Kind.ACCESS, Optional.of(token), carried);
    }

    private static String token(Grant grant) {
        if (grant instanceof Grant.Granted granted) {
            return granted.token();
        }
        Grant.Refused refused = (Grant.Refused) grant;
        throw new UserError(UserError.Exit.ENVIRONMENT, refused.message(), refused.hint());
    }

    private void wrong(String good) {
        if (Jwt.read(good) instanceof Jwt.Decoded jwt) {
            invalid("tampered", good.substring(0, good.length() - 8) + "AAAAAAAA");
            invalid("foreign keys", Restated.of(jwt.claims(), random).token());
            invalid("unsigned", unsigned(jwt.claims()));
        }
    }

    private static String unsigned(Claims claims) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String header = base64.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + base64.encodeToString(claims.json().toString().getBytes(StandardCharsets.UTF_8)) + ".";
    }

    private void invalid(String name, String token) {
        all.add(new Credential(name, Credential.Kind.INVALID, Optional.of(token), List.of()));
    }
}
