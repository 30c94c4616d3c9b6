"""Cognito: updates reset what they omit, protection, domains that are held, and what a client may be."""

import base64

from tests.support import BedTest, name

CODE = {
    "AllowedOAuthFlowsUserPoolClient": True,
    "AllowedOAuthFlows": ["code"],
    "AllowedOAuthScopes": ["openid"],
    "CallbackURLs": ["https://app.example.com/back"],
    "LogoutURLs": ["https://app.example.com/bye"],
}


class CognitoTest(BedTest):
    def setUp(self) -> None:
        self.pool = self.cognito_idp.create_user_pool(PoolName=name("pool"))["UserPool"]["Id"]

    def described(self) -> dict:
        return self.cognito_idp.describe_user_pool(UserPoolId=self.pool)["UserPool"]

    def client(self, **config) -> str:
        made = self.cognito_idp.create_user_pool_client(UserPoolId=self.pool, ClientName="app", **config)
        return made["UserPoolClient"]["ClientId"]

    def client_update(self, client: str, **config) -> dict:
        updated = self.cognito_idp.update_user_pool_client(UserPoolId=self.pool, ClientId=client, **config)
        return updated["UserPoolClient"]

    def refused_client(self, code: str, **config) -> None:
        make = self.cognito_idp.create_user_pool_client
        self.refused(code, 400, make, UserPoolId=self.pool, **{"ClientName": "app", **config})

    def test_a_client_loses_what_its_update_omits(self):
        client = self.client(PreventUserExistenceErrors="ENABLED", **CODE)
        updated = self.client_update(client, ClientName="app", CallbackURLs=[])
        self.assertIs(updated["AllowedOAuthFlowsUserPoolClient"], False)
        self.assertEqual(updated["CallbackURLs"], [])
        for omitted in ("AllowedOAuthFlows", "AllowedOAuthScopes", "LogoutURLs", "PreventUserExistenceErrors"):
            self.assertNotIn(omitted, updated)

    def test_a_refused_update_changes_nothing(self):
        client = self.client(**CODE)
        update = self.cognito_idp.update_user_pool_client
        wrong = {"AllowedOAuthScopes": ["none/none"]}
        self.refused("ScopeDoesNotExistException", 400, update, UserPoolId=self.pool, ClientId=client, **wrong)
        kept = self.cognito_idp.describe_user_pool_client(UserPoolId=self.pool, ClientId=client)["UserPoolClient"]
        self.assertEqual(kept["AllowedOAuthFlows"], ["code"])

    def test_a_pool_has_a_plan(self):
        self.pool = self.cognito_idp.create_user_pool(PoolName=name("pool"))["UserPool"]["Id"]
        self.assertEqual(self.described()["UserPoolTier"], "ESSENTIALS")

    def test_a_pool_loses_what_its_update_omits(self):
        made = self.cognito_idp.create_user_pool(
            PoolName=name("pool"),
            DeletionProtection="ACTIVE",
            AutoVerifiedAttributes=["email"],
            UsernameConfiguration={"CaseSensitive": False},
            UserPoolTier="PLUS",
            UserPoolTags={"team": "library"},
        )
        self.pool = made["UserPool"]["Id"]
        self.cognito_idp.update_user_pool(UserPoolId=self.pool)
        pool = self.described()
        self.assertNotIn("AutoVerifiedAttributes", pool)
        self.assertEqual(pool["DeletionProtection"], "INACTIVE")
        self.assertEqual(pool["UsernameConfiguration"], {"CaseSensitive": False})
        self.assertEqual(pool["UserPoolTier"], "PLUS")
        self.assertEqual(pool["UserPoolTags"], {"team": "library"})

    def test_mfa_needs_a_factor_and_no_factor_when_off(self):
        set_mfa = self.cognito_idp.set_user_pool_mfa_config
        totp = {"Enabled": True}
        self.refused("InvalidParameterException", 400, set_mfa, UserPoolId=self.pool, MfaConfiguration="ON")
        off = {"MfaConfiguration": "OFF", "SoftwareTokenMfaConfiguration": totp}
        self.refused("InvalidParameterException", 400, set_mfa, UserPoolId=self.pool, **off)
        set_mfa(UserPoolId=self.pool, MfaConfiguration="OPTIONAL", SoftwareTokenMfaConfiguration=totp)
        set_mfa(UserPoolId=self.pool, MfaConfiguration="OFF")
        self.assertNotIn(
            "SoftwareTokenMfaConfiguration", self.cognito_idp.get_user_pool_mfa_config(UserPoolId=self.pool)
        )

    def test_keeps_a_protected_pool_and_one_with_a_domain(self):
        delete = self.cognito_idp.delete_user_pool
        self.cognito_idp.update_user_pool(UserPoolId=self.pool, DeletionProtection="ACTIVE")
        self.refused("InvalidParameterException", 400, delete, UserPoolId=self.pool)
        self.cognito_idp.update_user_pool(UserPoolId=self.pool, DeletionProtection="INACTIVE")
        domain = name("books")
        self.cognito_idp.create_user_pool_domain(UserPoolId=self.pool, Domain=domain)
        self.refused("InvalidParameterException", 400, delete, UserPoolId=self.pool)
        self.cognito_idp.delete_user_pool_domain(UserPoolId=self.pool, Domain=domain)
        delete(UserPoolId=self.pool)

    def test_a_prefix_is_free_at_once_and_belongs_to_one_pool(self):
        make, domain = self.cognito_idp.create_user_pool_domain, name("books")
        make(UserPoolId=self.pool, Domain=domain)
        other = self.cognito_idp.create_user_pool(PoolName=name("pool"))["UserPool"]["Id"]
        self.refused("InvalidParameterException", 400, make, UserPoolId=other, Domain=domain)
        self.refused("InvalidParameterException", 400, make, UserPoolId=self.pool, Domain=name("second"))
        self.cognito_idp.delete_user_pool_domain(UserPoolId=self.pool, Domain=domain)
        make(UserPoolId=other, Domain=domain)

    def test_refuses_a_prefix_with_a_reserved_word_or_letter(self):
        make = self.cognito_idp.create_user_pool_domain
        for domain in ("my-cognito-books", "aws-books", "Books", "-books", "b" * 64):
            self.refused("InvalidParameterException", 400, make, UserPoolId=self.pool, Domain=domain)

    def test_a_custom_domains_name_is_held_after_its_deletion(self):
        domain = name("auth") + ".example.net"
        certificate = self.server.client("acm", "us-east-1").request_certificate(DomainName=domain)["CertificateArn"]
        custom = {"Domain": domain, "CustomDomainConfig": {"CertificateArn": certificate}}
        make = self.cognito_idp.create_user_pool_domain
        make(UserPoolId=self.pool, **custom)
        self.cognito_idp.delete_user_pool_domain(UserPoolId=self.pool, Domain=domain)
        self.refused("InvalidParameterException", 400, make, UserPoolId=self.pool, **custom)
        self.server.page("released", "POST")
        make(UserPoolId=self.pool, **custom)

    def test_a_custom_domain_needs_its_own_certificate(self):
        other = self.server.client("acm", "us-east-1").request_certificate(DomainName="other.example.net")
        custom = {"CertificateArn": other["CertificateArn"]}
        make = self.cognito_idp.create_user_pool_domain
        given = {"UserPoolId": self.pool, "Domain": "auth.example.net", "CustomDomainConfig": custom}
        self.refused("InvalidParameterException", 400, make, **given)

    def test_a_custom_domains_parent_resolves(self):
        zone = name("zone") + ".example"
        route53 = self.server.client("route53")
        hosted = route53.create_hosted_zone(Name=zone, CallerReference=zone)["HostedZone"]["Id"]
        certificate = self.server.client("acm", "us-east-1").request_certificate(DomainName=f"auth.{zone}")
        custom = {"CertificateArn": certificate["CertificateArn"]}
        make = self.cognito_idp.create_user_pool_domain
        given = {"UserPoolId": self.pool, "Domain": f"auth.{zone}", "CustomDomainConfig": custom}
        self.refused("InvalidParameterException", 400, make, **given)
        record = {"Name": zone, "Type": "A", "TTL": 300, "ResourceRecords": [{"Value": "192.0.2.1"}]}
        change = {"Changes": [{"Action": "UPSERT", "ResourceRecordSet": record}]}
        route53.change_resource_record_sets(HostedZoneId=hosted, ChangeBatch=change)
        make(**given)

    def test_refuses_addresses(self):
        for address in ("/back", "http://app.example.com/back", "https://app.example.com/back#x"):
            self.refused_client("InvalidParameterException", **{**CODE, "CallbackURLs": [address]})
            self.refused_client("InvalidParameterException", **{**CODE, "LogoutURLs": [address]})
        self.refused_client("InvalidOAuthFlowException", **{**CODE, "CallbackURLs": []})
        self.refused_client("InvalidParameterException", **{**CODE, "DefaultRedirectURI": "https://b.example.com"})
        self.client(**{**CODE, "CallbackURLs": ["http://localhost:3000/back", "books://back"]})

    def test_refuses_what_the_model_of_the_api_excludes(self):
        self.refused_client(
            "InvalidParameterException", **{**CODE, "CallbackURLs": ["https://a.example/" + "x" * 1024]}
        )
        self.refused_client("InvalidParameterException", ClientName="what?")
        self.refused_client("InvalidParameterException", AllowedOAuthScopes=["s/" + "x" * 256])
        make = self.cognito_idp.create_resource_server
        server = {"UserPoolId": self.pool, "Identifier": "https://api.example.com", "Scopes": []}
        self.refused("InvalidParameterException", 400, make, Name="https://api.example.com", **server)
        make(Name="api.example.com", **server)

    def test_refuses_flows_lives_and_providers(self):
        self.refused_client("InvalidParameterException", AllowedOAuthFlowsUserPoolClient=True)
        self.refused_client(
            "InvalidParameterException", ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "USER_PASSWORD_AUTH"]
        )
        self.refused_client(
            "InvalidParameterException", AccessTokenValidity=4, TokenValidityUnits={"AccessToken": "minutes"}
        )
        self.refused_client("InvalidParameterException", SupportedIdentityProviders=["Google"])
        both = {"ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH"], "RefreshTokenRotation": {"Feature": "ENABLED"}}
        self.refused_client("InvalidParameterException", **both)

    def test_a_sign_in_needs_a_proof_of_the_password(self):
        client = self.client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"])
        self.cognito_idp.admin_create_user(UserPoolId=self.pool, Username="ada")
        self.cognito_idp.admin_set_user_password(
            UserPoolId=self.pool, Username="ada", Password="Correct-Horse-1", Permanent=True
        )
        asked = self.cognito_idp.initiate_auth(
            ClientId=client, AuthFlow="USER_SRP_AUTH", AuthParameters={"USERNAME": "ada", "SRP_A": "2" * 700}
        )
        parameters = asked["ChallengeParameters"]
        self.assertNotIn("Session", asked)
        self.assertGreater(len(parameters["SRP_B"]), 700)
        self.assertEqual(len(base64.b64decode(parameters["SECRET_BLOCK"], validate=True)), 48)
        forged = {
            "USERNAME": parameters["USER_ID_FOR_SRP"],
            "PASSWORD_CLAIM_SECRET_BLOCK": parameters["SECRET_BLOCK"],
            "PASSWORD_CLAIM_SIGNATURE": base64.b64encode(b"0" * 32).decode(),
            "TIMESTAMP": "Sat Nov 8 09:03:07 UTC 2026",
        }
        answer = self.cognito_idp.respond_to_auth_challenge
        verifier = {"ClientId": client, "ChallengeName": "PASSWORD_VERIFIER", "ChallengeResponses": forged}
        self.refused("NotAuthorizedException", 400, answer, **verifier)
