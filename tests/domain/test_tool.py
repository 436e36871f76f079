"""Tests of telling with what a call was made."""

import pytest

from chalice_app.domain.tool import TOOLS, tool_in

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0"
TERRAFORM = "APN/1.0 HashiCorp/1.0 Terraform/1.13.5 aws-sdk-go-v2/1.36.3 os/linux"


@pytest.mark.parametrize(
    ("agent", "tool"),
    [
        ("aws-cli/2.31.18 md/Botocore#2 md/command#kms.disable-key", "aws-cli"),
        ("aws-cli/2.31.18 exec-env/CloudShell md/command#kms.x", "AWS CloudShell"),
        ("Boto3/1.41.2 md/Botocore#1.41.2 Botocore/1.41.2", "boto3"),
        ("Botocore/1.41.2 Python/3.12", "botocore"),
        (TERRAFORM, "Terraform"),
        (BROWSER, "AWS console"),
        ("cloudformation.amazonaws.com", "CloudFormation"),
        ("AWS Internal", None),
        ("curl/8.5", None),
        (None, None),
        (["aws-cli/2"], None),
    ],
)
def test_the_user_agent_names_the_tool(agent: object, tool: str | None) -> None:
    assert tool_in({"userAgent": agent}) == tool


def test_a_service_that_called_is_named_whatever_the_user_agent_says() -> None:
    by_stack = {"invokedBy": "cloudformation.amazonaws.com"}
    by_backup = {"invokedBy": "backup.amazonaws.com"}
    agent = {"userAgent": "aws-cli/2"}
    assert tool_in(agent | {"userIdentity": by_stack}) == "CloudFormation"
    assert tool_in(agent | {"userIdentity": by_backup}) == "backup.amazonaws.com"


@pytest.mark.parametrize("mark", ["true", True])
def test_a_console_session_is_named_where_the_user_agent_is_silent(
    mark: object,
) -> None:
    detail = {"userAgent": "AWS Internal", "sessionCredentialFromConsole": mark}
    assert tool_in(detail) == "AWS console"


def test_a_user_agent_never_speaks_in_its_own_words() -> None:
    hostile = 'aws-cli/2 "}],"text":"<!channel> all clear'
    assert tool_in({"userAgent": hostile}) in TOOLS.values()
    assert tool_in({"userIdentity": {"invokedBy": "<x>.amazonaws.com"}}) is None
