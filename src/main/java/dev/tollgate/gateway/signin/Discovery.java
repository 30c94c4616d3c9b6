package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.LocalPool;
import java.util.List;

/** The OpenID configuration: its issuer is where it was found, as strict clients insist. */
final class Discovery {

    private Discovery() {}

    static ObjectNode of(LocalPool pool, Door door) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("issuer", door.issuer())
                .put("authorization_endpoint", door.base() + "/oauth2/authorize")
                .put("token_endpoint", door.base() + "/oauth2/token")
                .put("userinfo_endpoint", door.base() + "/oauth2/userInfo")
                .put("revocation_endpoint", door.base() + "/oauth2/revoke")
                .put("end_session_endpoint", door.base() + "/logout")
                .put("jwks_uri", door.base() + "/.well-known/jwks.json");
        list(
                document,
                "grant_types_supported",
                "authorization_code",
                "implicit",
                "client_credentials",
                "refresh_token");
        list(document, "response_types_supported", "code", "token");
        list(document, "scopes_supported", "openid", "email", "phone", "profile");
        list(document, "subject_types_supported", "public");
        list(document, "id_token_signing_alg_values_supported", "RS256");
        list(document, "code_challenge_methods_supported", "S256");
        list(
                document,
                "token_endpoint_auth_methods_supported",
                pool.clients().stream().allMatch(client -> client.secret().isPresent())
                        ? List.of("client_secret_basic", "client_secret_post")
                        : List.of("client_secret_basic", "client_secret_post", "none"));
        return document;
    }

    private static void list(ObjectNode document, String name, String... values) {
        list(document, name, List.of(values));
    }

    private static void list(ObjectNode document, String name, List<String> values) {
        values.forEach(document.putArray(name)::add);
    }
}
