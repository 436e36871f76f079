"""A command stands in the Region that the AWS CLI would take."""

import pytest

from infra.operator.installation import session_of


def test_aws_region_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_REGION", "eu-central-2")
    monkeypatch.delenv("AWS_DEFAULT_REGION", raising=False)

    assert session_of(None).region_name == "eu-central-2"
