"""Cognito's app clients."""

from urllib.parse import urlsplit

from moto.cognitoidp import models as cognito
from moto.cognitoidp.exceptions import InvalidParameterException
from moto.core.exceptions import JsonRESTError

from bed.common import before

SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86_400}

STANDARD_SCOPES = {"openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"}
# What a client has of which nothing was said, as CreateUserPoolClient makes it.
CLIENT_DEFAULTS = {
    "AllowedOAuthFlowsUserPoolClient": False,
    "AuthSessionValidity": 3,
    "EnablePropagateAdditionalUserContextData": False,
    "EnableTokenRevocation": True,
    "RefreshTokenValidity": 30,
}


def client_is_checked() -> None:
    """AWS: refuses a client whose scopes no resource server of the pool has (so the client must come after it), and
    client_credentials without a secret, without a custom scope or beside another flow
    (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html).
    moto: accepts every client."""

    def check(pool, config: dict, has_secret: bool) -> None:
        scopes = config.get("AllowedOAuthScopes") or []
        flows = config.get("AllowedOAuthFlows") or []
        known = {
            f"{server.identifier}/{scope['ScopeName']}"
            for server in pool.resource_servers.values()
            for scope in server.scopes or []
        }
        for scope in scopes:
            if scope not in known | STANDARD_SCOPES:
                raise JsonRESTError("ScopeDoesNotExistException", f"Scope does not exist: {scope}")
        if "client_credentials" not in flows:
            return
        if len(flows) > 1:
            refuse("client_credentials flow can not be selected along with code flow or implicit flow.")
        if not has_secret:
            refuse("client_credentials flow can not be selected if client does not have a client secret.")
        if not set(scopes) & known or set(scopes) & STANDARD_SCOPES:
            refuse("client_credentials flow can not be selected without custom scopes, nor with OpenID's.")

    def refuse(message: str) -> None:
        raise JsonRESTError("InvalidOAuthFlowException", message)

    create = cognito.CognitoIdpBackend.create_user_pool_client
    update = cognito.CognitoIdpBackend.update_user_pool_client

    def create_user_pool_client(self, user_pool_id: str, generate_secret: bool, extended_config: dict):
        check(self.describe_user_pool(user_pool_id), extended_config, generate_secret)
        return create(self, user_pool_id, generate_secret, extended_config)

    def update_user_pool_client(self, user_pool_id: str, client_id: str, extended_config: dict):
        client = self.describe_user_pool_client(user_pool_id, client_id)
        check(self.describe_user_pool(user_pool_id), extended_config, client.generate_secret)
        return update(self, user_pool_id, client_id, extended_config)

    cognito.CognitoIdpBackend.create_user_pool_client = create_user_pool_client
    cognito.CognitoIdpBackend.update_user_pool_client = update_user_pool_client


def client_update_resets_what_it_omits() -> None:
    """AWS: "If you don't provide a value for an attribute, Amazon Cognito sets it to its default value", also for what Go
    leaves out because it is false (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/
    API_UpdateUserPoolClient.html and .../developerguide/cognito-user-pool-updating.html). An empty list is an empty list
    (provider: TestAccCognitoIDPUserPoolClient_emptySets).
    moto: keeps what is not sent, so nothing can ever be taken back by leaving it out."""
    update = cognito.CognitoIdpBackend.update_user_pool_client

    def update_user_pool_client(self, user_pool_id: str, client_id: str, extended_config: dict):
        client = self.describe_user_pool_client(user_pool_id, client_id)
        before_it, name = client.extended_config, client.extended_config.get("ClientName")
        client.extended_config = {**CLIENT_DEFAULTS, "ClientName": name}
        try:
            return update(self, user_pool_id, client_id, extended_config)
        except Exception:
            client.extended_config = before_it
            raise

    cognito.CognitoIdpBackend.update_user_pool_client = update_user_pool_client


def client_addresses_are_checked() -> None:
    """AWS: callback and logout addresses are absolute, have no fragment, and are https, http://localhost or of an
    application's own scheme; the default one is among the callbacks
    (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html). The code and
    implicit flows need a callback (https://github.com/anomalyco/sst/issues/6272). http://127.0.0.1 and http://[::1] are
    accepted by the live service (from memory). Lengths and numbers are `bed.model`'s.
    moto: accepts any."""

    def check(config: dict) -> None:
        callbacks = config.get("CallbackURLs") or []
        for address in [*callbacks, *(config.get("LogoutURLs") or [])]:
            parts = urlsplit(address)
            local = parts.hostname in ("localhost", "127.0.0.1", "::1")
            if not parts.scheme or "#" in address or (parts.scheme == "http" and not local):
                raise InvalidParameterException(
                    f"{address} cannot be used: it must be absolute, without a fragment, and https unless it is"
                    " localhost."
                )
        default = config.get("DefaultRedirectURI")
        if default and default not in callbacks:
            raise InvalidParameterException("DefaultRedirectURI must be in the list of CallbackURLs.")
        if {"code", "implicit"} & set(config.get("AllowedOAuthFlows") or []) and not callbacks:
            raise JsonRESTError("InvalidOAuthFlowException", "implicit and code flows need at least one callback URL.")

    checked(check)


def client_flows_are_checked() -> None:
    """AWS: "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows"
    (https://github.com/hashicorp/terraform-provider-aws/issues/5140); ALLOW_ names and the former ones are not mixed; a
    rotating refresh token excludes ALLOW_REFRESH_TOKEN_AUTH (https://github.com/hashicorp/terraform-provider-aws/issues/47196)
    (API_CreateUserPoolClient.html, ExplicitAuthFlows).
    moto: accepts any."""

    def check(config: dict) -> None:
        if config.get("AllowedOAuthFlowsUserPoolClient"):
            if not config.get("AllowedOAuthFlows") or not config.get("AllowedOAuthScopes"):
                raise InvalidParameterException(
                    "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth"
                    " flows."
                )
        flows = config.get("ExplicitAuthFlows") or []
        if 0 < len([flow for flow in flows if flow.startswith("ALLOW_")]) < len(flows):
            raise InvalidParameterException("ALLOW_ values and former values of ExplicitAuthFlows cannot be mixed.")
        rotates = (config.get("RefreshTokenRotation") or {}).get("Feature") == "ENABLED"
        if rotates and "ALLOW_REFRESH_TOKEN_AUTH" in flows:
            raise InvalidParameterException("ALLOW_REFRESH_TOKEN_AUTH cannot be used with refresh token rotation.")

    checked(check)


def client_lives_are_checked() -> None:
    """AWS: access and ID tokens live 5 minutes to 1 day, refresh tokens 60 minutes to 10 years, no token longer than the
    refresh token (https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html; API_CreateUserPoolClient.html).
    moto: accepts any."""

    def check(config: dict) -> None:
        units = config.get("TokenValidityUnits") or {}
        refresh = (config.get("RefreshTokenValidity") or 30) * SECONDS[units.get("RefreshToken") or "days"]
        if not 3600 <= refresh <= 3650 * 86_400:
            raise InvalidParameterException(
                "Invalid range for token validity: the refresh token lives 60 minutes to 10 years."
            )
        for token in ("AccessToken", "IdToken"):
            lives = config.get(f"{token}Validity")
            seconds = lives * SECONDS[units.get(token) or "hours"] if lives else 3600
            if not 300 <= seconds <= 86_400 or seconds > refresh:
                raise InvalidParameterException(
                    f"Invalid range for token validity: {token} lives 5 minutes to 1 day, and not longer than the"
                    " refresh token."
                )

    checked(check)


def client_providers_exist() -> None:
    """AWS: "The provider NAME does not exist for User Pool ID." (API_CreateUserPoolClient.html, SupportedIdentityProviders).
    moto: accepts any name."""

    @before(cognito.CognitoIdpBackend, "create_user_pool_client")
    @before(cognito.CognitoIdpBackend, "update_user_pool_client")
    def check(self, given) -> None:
        pool = self.describe_user_pool(given.user_pool_id)
        for name in (given.extended_config or {}).get("SupportedIdentityProviders") or []:
            if name != "COGNITO" and name not in pool.identity_providers:
                raise InvalidParameterException(
                    f"The provider {name} does not exist for User Pool {given.user_pool_id}."
                )


def saml_maps_what_it_is_told() -> None:
    """AWS: the user's name is the assertion's NameID, which no mapping names
    (https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html).
    moto: maps `username` to `sub` for every kind of provider."""

    @before(cognito.CognitoIdpBackend, "create_identity_provider")
    def check(self, given) -> None:
        if given.extended_config.get("ProviderType") == "SAML":
            given.extended_config.setdefault("AttributeMapping", {})


def checked(check) -> None:
    """Run a check of a client's whole configuration when one is made and when one is changed."""

    @before(cognito.CognitoIdpBackend, "create_user_pool_client")
    @before(cognito.CognitoIdpBackend, "update_user_pool_client")
    def run(self, given) -> None:
        check(given.extended_config or {})


PATCHES = [
    client_is_checked,
    client_update_resets_what_it_omits,
    client_addresses_are_checked,
    client_flows_are_checked,
    client_lives_are_checked,
    client_providers_exist,
    saml_maps_what_it_is_told,
]
