"""A service of the sandbox's AWS, reached without boto3 as in Lambda."""

import time

from chalice_app.adapters.aws_json import AwsJson, Service
from chalice_app.adapters.aws_place import reach
from infra.sandbox.aws.reachable_aws import ReachableAws


def light(aws: ReachableAws, service: Service) -> AwsJson:
    return reach(service, aws.environment(), time.time)
