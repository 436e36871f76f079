"""What Reprieve's Lambdas wrote to CloudWatch Logs, for whoever looks for a fault."""

from infra.sandbox.aws.local_aws import LocalAws

# Lambda's own lines about each invocation.
_LAMBDAS_OWN = ("START ", "END ", "REPORT ")


def log_lines(aws: LocalAws, most: int = 60) -> list[str]:
    logs = aws.client("logs")
    groups = logs.describe_log_groups(logGroupNamePrefix="/aws/lambda/reprieve-")
    found = [
        (event["timestamp"], f"{name}: {event['message'].rstrip()}")
        for name in (each["logGroupName"] for each in groups["logGroups"])
        for event in logs.filter_log_events(logGroupName=name)["events"]
        if not event["message"].startswith(_LAMBDAS_OWN)
    ]
    return [line for _at, line in sorted(found)][-most:]
