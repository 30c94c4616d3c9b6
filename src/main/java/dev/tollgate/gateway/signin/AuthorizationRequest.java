package dev.tollgate.gateway.signin;

import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a client asks for at {@code /oauth2/authorize}, and in the address of every page after it.
 *
 * @param challenge PKCE's, by S256
 * @param query as it was sent, for the pages that follow
 */
record AuthorizationRequest(
        LocalClient client,
        String redirect,
        boolean implicit,
        List<String> scopes,
        Optional<String> state,
        Optional<String> nonce,
        Optional<String> challenge,
        Optional<String> prompt,
        Optional<String> provider,
        String hint,
        String query) {

    private static final String CHALLENGE = "[A-Za-z0-9_-]{43}";
    private static final Map<String, String> FLOWS = Map.of("code", "code", "token", "implicit");

    AuthorizationRequest {
        scopes = List.copyOf(scopes);
    }

    /** Refused, and nobody is sent anywhere: the address to go to is not known to be the client's. */
    static final class Unanswerable extends Exception {

        private static final long serialVersionUID = 1L;

        Unanswerable(String error) {
            super(error, null, false, false);
        }

        String error() {
            return String.valueOf(getMessage());
        }
    }

    /** Refused, and the client is told at its own address. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final String address;

        Refused(String address) {
            super("refused", null, false, false);
            this.address = address;
        }

        String address() {
            return address;
        }
    }

    static AuthorizationRequest of(TokenRequest request, LocalPool pool) throws Unanswerable, Refused {
        FormBody query = query(request);
        String clientId = query.value("client_id").orElseThrow(AuthorizationRequest::missing);
        String redirect = query.value("redirect_uri").orElseThrow(AuthorizationRequest::missing);
        LocalClient client =
                pool.client(clientId).orElseThrow(() -> new Unanswerable("Client " + clientId + " does not exist."));
        if (!client.oauthEnabled() || !client.pages().callbacks().contains(redirect)) {
            throw new Unanswerable("redirect_mismatch");
        }
        Reading reading = new Reading(client, query, redirect);
        return reading.read(pool, request.query());
    }

    private static FormBody query(TokenRequest request) throws Unanswerable {
        try {
            return FormBody.query(request);
        } catch (OAuthRefusal e) {
            throw new Unanswerable("invalid_request");
        }
    }

    private static Unanswerable missing() {
        return new Unanswerable("Required parameters missing");
    }

    /** The rest, once client and address are known to belong together. */
    private record Reading(LocalClient client, FormBody query, String redirect) {

        AuthorizationRequest read(LocalPool pool, String raw) throws Refused {
            String type = query.value("response_type").orElse("");
            if (!FLOWS.containsKey(type)) {
                throw refused("invalid_request", "Missing or unknown response_type");
            }
            boolean implicit = type.equals("token");
            if (!client.oauthFlows().contains(FLOWS.get(type))) {
                throw refused("unauthorized_client", "");
            }
            return new AuthorizationRequest(
                    client,
                    redirect,
                    implicit,
                    scopes(),
                    query.value("state"),
                    query.value("nonce"),
                    challenge(implicit),
                    query.value("prompt"),
                    provider(pool),
                    query.value("login_hint").orElse(""),
                    raw);
        }

        private List<String> scopes() throws Refused {
            if (query.value("scope").isEmpty()) {
                return client.scopes();
            }
            List<String> asked = Arrays.stream(query.value("scope").get().split(" ", -1))
                    .filter(scope -> !scope.isEmpty())
                    .distinct()
                    .toList();
            if (asked.isEmpty() || !client.scopes().containsAll(asked)) {
                throw refused("invalid_request", "invalid_scope");
            }
            return asked;
        }

        /** S256 or nothing: what can be read on the way proves nothing. */
        private Optional<String> challenge(boolean implicit) throws Refused {
            Optional<String> challenge = query.value("code_challenge");
            Optional<String> method = query.value("code_challenge_method");
            boolean whole = challenge.isPresent() == method.isPresent();
            boolean good = challenge.filter(text -> !text.matches(CHALLENGE)).isEmpty()
                    && method.filter(name -> !name.equals("S256")).isEmpty();
            if (!whole || !good) {
                throw refused("invalid_request", "code_challenge_method must be S256, with a code_challenge");
            }
            return implicit ? Optional.empty() : challenge;
        }

        private Optional<String> provider(LocalPool pool) throws Refused {
            Optional<String> named = query.value("identity_provider")
                    .or(() -> query.value("idp_identifier").flatMap(identifier -> pool.people().providers().stream()
                            .filter(one -> one.identifiers().contains(identifier))
                            .map(one -> one.name())
                            .findFirst()));
            if (named.isPresent() && !client.pages().providers().contains(named.get())) {
                throw refused("invalid_request", "Identity provider is not enabled for the client");
            }
            return named;
        }

        private Refused refused(String error, String description) {
            SortedMap<String, String> answer = new TreeMap<>(Map.of("error", error));
            if (!description.isEmpty()) {
                answer.put("error_description", description);
            }
            query.value("state").ifPresent(state -> answer.put("state", state));
            return new Refused(address(redirect, answer, false));
        }
    }

    /** Tells the client that it failed. */
    String failed(String error, String description) {
        SortedMap<String, String> answer = new TreeMap<>(Map.of("error", error));
        if (!description.isEmpty()) {
            answer.put("error_description", description);
        }
        return answered(answer);
    }

    /** The client's address with {@code answer}, in the query or, for tokens, behind the {@code #}. */
    String answered(SortedMap<String, String> answer) {
        SortedMap<String, String> all = new TreeMap<>(answer);
        state.ifPresent(known -> all.put("state", known));
        return address(redirect, all, implicit && !answer.containsKey("error"));
    }

    private static String address(String redirect, SortedMap<String, String> answer, boolean fragment) {
        StringBuilder text = new StringBuilder(redirect);
        String first = fragment ? "#" : redirect.contains("?") ? "&" : "?";
        for (Map.Entry<String, String> pair : answer.entrySet()) {
            text.append(text.length() == redirect.length() ? first : "&")
                    .append(pair.getKey())
                    .append('=')
                    .append(URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}
