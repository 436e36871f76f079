"""The trail that AWS asks for before EventBridge hears of any API call."""

from infra.sandbox.aws.local_aws import LocalAws

NAME = "every-call"


def log_every_call(aws: LocalAws) -> None:
    """Have a trail as an account has it; the sandbox's events come without."""
    trails = aws.client("cloudtrail")
    trails.create_trail(Name=NAME, S3BucketName=NAME, IsMultiRegionTrail=True)
    trails.start_logging(Name=NAME)
