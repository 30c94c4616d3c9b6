"""Cognito's domains, prefixed and custom."""

import re

from moto.cognitoidp import models as cognito
from moto.cognitoidp import responses as cognito_responses
from moto.cognitoidp.exceptions import InvalidParameterException
from moto.core import DEFAULT_ACCOUNT_ID
from moto.route53.models import route53_backends

from bed.common import before, digest, regions

# Names of deleted custom domains that CloudFront has not let go of; `bed.server` empties it.
HELD: set[str] = set()


def user_pool_domain_is_described_in_full() -> None:
    """AWS: DescribeUserPoolDomain tells the certificate of a custom domain, the owner's account number, a version and
    the managed login version (1 unless asked for 2); the distribution is CloudFront's and survives a new certificate
    (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DomainDescriptionType.html).
    moto: forgets the certificate (a second plan replaces the domain), makes up an account number per call."""

    def to_json(self, extended: bool = True) -> dict:
        name = digest(f"{self.user_pool_id} {self.domain}")[:13]
        distribution = f"d{name}.cloudfront.net"
        if not extended:
            return {"CloudFrontDomain": distribution, "ManagedLoginVersion": managed_login_version(self)}
        described = {
            "UserPoolId": self.user_pool_id,
            "AWSAccountId": DEFAULT_ACCOUNT_ID,
            "CloudFrontDistribution": distribution,
            "Domain": self.domain,
            "S3Bucket": "emulated-bucket",
            "Status": "ACTIVE",
            "Version": "20200101000000",
            "ManagedLoginVersion": managed_login_version(self),
        }
        if self.custom_domain_config:
            described["CustomDomainConfig"] = self.custom_domain_config
        return described

    def managed_login_version(domain) -> int:
        return getattr(domain, "managed_login_version", 1)

    def remembering_the_version(action):
        def change(self):
            result = action(self)
            if version := self._get_param("ManagedLoginVersion"):
                domain = self.backend.describe_user_pool_domain(self._get_param("Domain"))
                domain.managed_login_version = version
            return result

        return change

    responses = cognito_responses.CognitoIdpResponse
    cognito.CognitoIdpUserPoolDomain.to_json = to_json
    responses.create_user_pool_domain = remembering_the_version(responses.create_user_pool_domain)
    responses.update_user_pool_domain = remembering_the_version(responses.update_user_pool_domain)


def custom_domain_certificate_is_checked() -> None:
    """AWS: the certificate of a Cognito custom domain is an issued one of us-east-1, whatever the pool's region
    (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CustomDomainConfigType.html).
    moto: accepts any text."""
    create = cognito.CognitoIdpBackend.create_user_pool_domain

    def create_user_pool_domain(self, user_pool_id: str, domain: str, custom_domain_config: dict | None = None):
        certificate = (custom_domain_config or {}).get("CertificateArn")
        if certificate and ":acm:us-east-1:" not in certificate:
            raise InvalidParameterException(f"The certificate {certificate} is not in us-east-1.")
        return create(self, user_pool_id, domain, custom_domain_config)

    cognito.CognitoIdpBackend.create_user_pool_domain = create_user_pool_domain


def custom_domain_name_is_held_after_its_deletion() -> None:
    """AWS: a custom domain is a CloudFront distribution; when it was deleted, CloudFront holds the name for a while and a
    new domain of that name is refused (https://github.com/hashicorp/terraform-provider-aws/issues/28124,
    https://github.com/pulumi/pulumi-aws/issues/998). A name that is taken is "Domain already exists".
    moto: gives it away at once, also to a second pool. Here a name is held until POST /moto-api/tollgate/released."""

    @before(cognito.CognitoIdpBackend, "create_user_pool_domain")
    def created(self, given) -> None:
        custom = bool(given.custom_domain_config)
        taken = {name for backend in regions(cognito.cognitoidp_backends) for name in backend.user_pool_domains}
        if given.domain in (taken if custom else set(self.user_pool_domains)) or (custom and given.domain in HELD):
            raise InvalidParameterException("Domain already exists.")
        pools = [each for each in self.user_pool_domains.values() if each.user_pool_id == given.user_pool_id]
        if any(bool(each.custom_domain_config) == custom for each in pools):
            raise InvalidParameterException("User pool already has a domain configured.")

    @before(cognito.CognitoIdpBackend, "delete_user_pool_domain")
    def deleted(self, given) -> None:
        domain = self.user_pool_domains.get(given.domain)
        if domain is not None and domain.custom_domain_config:
            HELD.add(given.domain)


def domain_prefix_is_checked() -> None:
    """AWS: a prefix does not hold the words aws, amazon or cognito: "Domain cannot contain reserved word: cognito"
    (https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html). Letters and
    length are `bed.model`'s.
    moto: accepts any."""

    @before(cognito.CognitoIdpBackend, "create_user_pool_domain")
    def check(self, given) -> None:
        if given.custom_domain_config:
            return
        for word in ("aws", "amazon", "cognito"):
            if word in given.domain:
                raise InvalidParameterException(f"Domain cannot contain reserved word: {word}")
        if not re.fullmatch(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", given.domain):
            raise InvalidParameterException("Invalid domain: only lower-case letters, digits and hyphens, 63 at most.")


def custom_domain_parent_resolves() -> None:
    """AWS: "Custom domain is not a valid subdomain: Was not able to resolve the root domain, please ensure an A record exists
    for the root domain." (https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html;
    wording from memory). Asked is the parent, one
    label up; a top-level domain never does.
    moto: asks nobody. Here the zones of the account are asked; a parent outside of them is taken to resolve."""

    @before(cognito.CognitoIdpBackend, "create_user_pool_domain")
    def check(self, given) -> None:
        parent = given.domain.partition(".")[2] + "."
        if not given.custom_domain_config or not has_zone(parent):
            return
        if not [
            record
            for zone in zones()
            for record in zone.rrsets
            if record.name == parent and record.type in ("A", "AAAA", "CNAME")
        ]:
            raise InvalidParameterException(
                "Custom domain is not a valid subdomain: Was not able to resolve the root domain, "
                "please ensure an A record exists for the root domain."
            )

    def zones() -> list:
        return [zone for zone in route53_backends[DEFAULT_ACCOUNT_ID]["aws"].zones.values() if not zone.private_zone]

    def has_zone(name: str) -> bool:
        return any(name == zone.name or name.endswith("." + zone.name) for zone in zones())


PATCHES = [
    user_pool_domain_is_described_in_full,
    custom_domain_certificate_is_checked,
    custom_domain_name_is_held_after_its_deletion,
    domain_prefix_is_checked,
    custom_domain_parent_resolves,
]
