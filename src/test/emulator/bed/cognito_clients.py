"""Cognito's app clients."""

from moto.cognitoidp import models as cognito
from moto.core.exceptions import JsonRESTError

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
    client_credentials without a secret, without a custom scope or beside another flow.
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


PATCHES = [
    client_is_checked,
    client_update_resets_what_it_omits,
]
