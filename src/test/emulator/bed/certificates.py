"""ACM's certificates, and who may use them."""

import functools

from cryptography.hazmat.primitives.asymmetric import rsa
from moto.acm import models as acm
from moto.apigateway import models as rest
from moto.apigatewayv2 import models as http
from moto.cognitoidp import models as cognito
from moto.cognitoidp.exceptions import InvalidParameterException

from bed.common import ACCOUNT, before, refuse, regions

# The provider tries again for 20 minutes; a test that is refused so often has lost, and should say so.
PATIENCE = 6


def certificate_in_use_cannot_be_deleted() -> None:
    """AWS: ResourceInUseException while a domain name of API Gateway or Cognito has it
    (https://docs.aws.amazon.com/acm/latest/APIReference/API_DeleteCertificate.html). AWS goes on refusing while CloudFront
    still holds it, up to an hour after a custom domain was deleted (https://github.com/aws/aws-cdk/issues/28063): not
    here, where a test would wait. The provider retries; after some refusals the code is another one, to end a lost test.
    moto: deletes it."""
    refusals: dict[str, int] = {}

    @before(acm.AWSCertificateManagerBackend, "delete_certificate")
    def check(self, given) -> None:
        users = users_of(given.arn)
        if not users:
            return
        refusals[given.arn] = refusals.get(given.arn, 0) + 1
        error = "ResourceInUseException" if refusals[given.arn] < PATIENCE else "StillInUseException"
        refuse(error, f"Certificate {given.arn} in account {ACCOUNT} is in use by {', '.join(users)}.")


def users_of(arn: str) -> list[str]:
    of_rest = [
        each.domain_name
        for backend in regions(rest.apigateway_backends)
        for each in backend.domain_names.values()
        if arn in (each.certificate_arn, each.regional_certificate_arn)
    ]
    of_http = [
        each.domain_name
        for backend in regions(http.apigatewayv2_backends)
        for each in backend.domain_names.values()
        if arn in [configuration.get("certificateArn") for configuration in each.domain_name_configurations]
    ]
    of_cognito = [
        each.domain
        for backend in regions(cognito.cognitoidp_backends)
        for each in backend.user_pool_domains.values()
        if each.custom_domain_config.get("CertificateArn") == arn
    ]
    return sorted([*of_rest, *of_http, *of_cognito])


def certificate_names_are_checked() -> None:
    """AWS: the first name has at most 64 characters and a certificate ten names, unless the quota was raised
    (https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html, gs-acm-request-public.html).
    moto: takes any."""

    @before(acm.AWSCertificateManagerBackend, "request_certificate")
    def check(self, given) -> None:
        if len(given.domain_name) > 64:
            refuse(
                "InvalidDomainValidationOptionsException", "The first domain name can be at most 64 characters long."
            )
        if len({given.domain_name, *(given.subject_alt_names or [])}) > 10:
            refuse(
                "LimitExceededException", "Error: you have exceeded the number of domain names in a certificate (10)."
            )


def domain_names_need_their_certificate() -> None:
    """AWS: a domain name takes an issued certificate of its region that covers the name
    (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-regional-api-custom-domain-create.html,
    .../cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html; wording from memory).
    moto: takes any text."""

    @before(rest.APIGatewayBackend, "create_domain_name")
    def of_rest(self, given) -> None:
        for arn in (given.certificate_arn, given.regional_certificate_arn):
            if arn and not covers(arn, given.domain_name):
                refuse("BadRequestException", f"The certificate provided must be issued for {given.domain_name}: {arn}")

    @before(http.ApiGatewayV2Backend, "create_domain_name")
    def of_http(self, given) -> None:
        for configuration in given.domain_name_configurations or []:
            arn = configuration.get("certificateArn")
            if arn and not covers(arn, given.domain_name):
                refuse("BadRequestException", f"The certificate provided must be issued for {given.domain_name}: {arn}")

    @before(cognito.CognitoIdpBackend, "create_user_pool_domain")
    @before(cognito.CognitoIdpBackend, "update_user_pool_domain")
    def of_cognito(self, given) -> None:
        arn = (given.custom_domain_config or {}).get("CertificateArn")
        if arn and not covers(arn, given.domain):
            message = (
                "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't"
                " include a valid certificate chain."
            )
            raise InvalidParameterException(message)

    def covers(arn: str, name: str) -> bool:
        certificate = acm.acm_backends[ACCOUNT][arn.split(":")[3]]._certificates.get(arn)
        if certificate is None:
            return False
        described = certificate.describe()["Certificate"]
        names = {described["DomainName"], *described.get("SubjectAlternativeNames", [])}
        return bool(names & {name, "*." + name.partition(".")[2]})


def certificates_share_a_key() -> None:
    """AWS: makes a key for each certificate and keeps it to itself.
    moto: makes one and checks it again, for a tenth of a second each; nobody here sees it, so one does for all."""
    rsa.generate_private_key = functools.cache(rsa.generate_private_key)
    check = acm.CertBundle.validate_pk
    checked: dict[bytes, object] = {}

    def validate_pk(self):
        if self.key not in checked:
            checked[self.key] = check(self)
        return checked[self.key]

    acm.CertBundle.validate_pk = validate_pk


PATCHES = [
    certificate_in_use_cannot_be_deleted,
    certificate_names_are_checked,
    domain_names_need_their_certificate,
    certificates_share_a_key,
]
