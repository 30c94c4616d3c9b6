package dev.tollgate.gateway.signin;

import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.SecretComparison;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Who a request to the token endpoint says it is from: {@code client_secret_basic} or {@code client_secret_post}. */
record ClientAuthentication(String clientId, Optional<String> secret) {

    private static final String BASIC = "basic ";

    /** Reads what {@code request} presents. Both ways at once are refused, as OAuth requires. */
    static ClientAuthentication of(TokenRequest request, FormBody form) throws OAuthRefusal {
        if (request.repeats("Authorization")) {
            throw new OAuthRefusal("invalid_request");
        }
        Optional<String> header = request.header("Authorization");
        Optional<String> named = form.value("client_id");
        if (header.isEmpty()) {
            String id = named.orElseThrow(() -> new OAuthRefusal("invalid_request"));
            return new ClientAuthentication(id, form.value("client_secret"));
        }
        ClientAuthentication presented = basic(header.get());
        boolean twice = form.value("client_secret").isPresent();
        if (twice || named.filter(id -> !id.equals(presented.clientId)).isPresent()) {
            throw new OAuthRefusal("invalid_request");
        }
        return presented;
    }

    private static ClientAuthentication basic(String header) throws OAuthRefusal {
        if (!header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            throw new OAuthRefusal("invalid_client");
        }
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String[] parts = new String(bytes, StandardCharsets.UTF_8).split(":", 2);
            if (parts.length == 2) {
                return new ClientAuthentication(parts[0], Optional.of(parts[1]).filter(secret -> !secret.isEmpty()));
            }
        } catch (IllegalArgumentException e) {
            // Not base64: nobody's secret.
        }
        throw new OAuthRefusal("invalid_client");
    }

    /** The client of {@code pool} that this is; an unknown one, a wrong secret and a needless one look the same. */
    LocalClient in(LocalPool pool) throws OAuthRefusal {
        Optional<LocalClient> client = pool.client(clientId);
        String expected = client.flatMap(LocalClient::secret).orElse("");
        boolean matches = SecretComparison.same(expected, secret.orElse(""));
        if (client.isEmpty() || !matches) {
            throw new OAuthRefusal("invalid_client");
        }
        return client.get();
    }

    @Override
    public String toString() {
        return "ClientAuthentication[clientId=" + clientId + "]";
    }
}
