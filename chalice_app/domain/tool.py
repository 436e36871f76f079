"""With what a call was made, as far as the record says."""

import re
from collections.abc import Mapping

from chalice_app.domain.fields import Fields, text_at, value_at

# The first marker found in the user agent wins: a tool names the SDK under it as well.
TOOLS: Mapping[str, str] = {
    "cloudformation.amazonaws.com": "CloudFormation",
    "exec-env/cloudshell": "AWS CloudShell",
    "terraform": "Terraform",
    "pulumi": "Pulumi",
    "aws-cli/": "aws-cli",
    "awspowershell": "AWS Tools for PowerShell",
    "boto3/": "boto3",
    "botocore/": "botocore",
    "aws-sdk-go": "AWS SDK for Go",
    "aws-sdk-js": "AWS SDK for JavaScript",
    "aws-sdk-nodejs": "AWS SDK for JavaScript",
    "aws-sdk-java": "AWS SDK for Java",
    "aws-sdk-kotlin": "AWS SDK for Kotlin",
    "aws-sdk-rust": "AWS SDK for Rust",
    "aws-sdk-php": "AWS SDK for PHP",
    "aws-sdk-ruby": "AWS SDK for Ruby",
    "aws-sdk-dotnet": "AWS SDK for .NET",
    "console.amazonaws.com": "AWS console",
    "signin.amazonaws.com": "AWS console",
    "mozilla/": "AWS console",
}
_SERVICE = re.compile(r"[a-z0-9.-]{1,60}\.amazonaws\.com")


def tool_in(detail: Fields) -> str | None:
    """Name the tool in our own words: the caller chooses the user agent."""
    return _service(detail) or _announced(detail) or _console(detail)


def _service(detail: Fields) -> str | None:
    invoked_by = text_at(detail, "userIdentity", "invokedBy") or ""
    if _SERVICE.fullmatch(invoked_by) is None:
        return None
    return TOOLS.get(invoked_by, invoked_by)


def _announced(detail: Fields) -> str | None:
    agent = (text_at(detail, "userAgent", limit=1024) or "").lower()
    return next((tool for marker, tool in TOOLS.items() if marker in agent), None)


def _console(detail: Fields) -> str | None:
    # Raw records carry the text "true", records that a vendor passed on a boolean.
    from_console = value_at(detail, "sessionCredentialFromConsole") in ("true", True)
    return "AWS console" if from_console else None
