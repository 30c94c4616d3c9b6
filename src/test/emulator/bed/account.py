"""The whole account as plain data: what two histories are compared by.

Everything that a stack of ours makes is here, by name; ids are replaced by what they stand for (`bed.names`), moments
left out, lists without an order sorted. A second deployment, a left-over record or a grant that nobody took back shows.
"""

from moto.acm.models import acm_backends
from moto.apigateway.models import apigateway_backends
from moto.apigatewayv2.models import apigatewayv2_backends
from moto.applicationautoscaling.models import applicationautoscaling_backends
from moto.awslambda.models import lambda_backends
from moto.cognitoidp.models import cognitoidp_backends
from moto.core import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models import dynamodb_backends
from moto.iam.models import iam_backends
from moto.logs.models import logs_backends
from moto.route53.models import route53_backends
from moto.s3.models import s3_backends
from moto.scheduler.models import scheduler_backends
from moto.sns.models import sns_backends
from moto.ssm.models import ssm_backends

from bed.common import regions
from bed.described_apis import http, pools, rest
from bed.described_others import certificates, functions, log_groups, objects, parameters, records, roles, scaling, schedules, subscriptions, tables
from bed.function_layers import layers
from bed.names import Names
from bed.plain import normal


def account() -> dict:
    described = {
        "cognito": by_region(cognitoidp_backends, pools),
        "rest": by_region(apigateway_backends, rest),
        "http": by_region(apigatewayv2_backends, http),
        "functions": by_region(lambda_backends, functions),
        "layers": by_region(lambda_backends, layers),
        "schedules": by_region(scheduler_backends, schedules),
        "subscriptions": by_region(sns_backends, subscriptions),
        "tables": by_region(dynamodb_backends, tables),
        "scaling": by_region(applicationautoscaling_backends, scaling),
        "parameters": by_region(ssm_backends, parameters),
        "logGroups": by_region(logs_backends, log_groups),
        "certificates": by_region(acm_backends, certificates),
        "roles": roles(iam_backends[DEFAULT_ACCOUNT_ID]["aws"]),
        "objects": objects(s3_backends[DEFAULT_ACCOUNT_ID]["aws"]),
        "records": records(route53_backends[DEFAULT_ACCOUNT_ID]["aws"]),
    }
    return {service: normal(each) for service, each in Names().resolved(described).items()}


def by_region(backends, describe) -> dict:
    described = {backend.region_name: describe(backend) for backend in regions(backends)}
    return {region: each for region, each in described.items() if any(each.values())}
