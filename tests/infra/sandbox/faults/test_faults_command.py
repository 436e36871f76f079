"""The command that makes a running sandbox fail."""

from collections.abc import Iterator

import pytest
from click.testing import CliRunner, Result

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.faults.__main__ import faults
from infra.sandbox.faults.fault import Fault, Kind
from infra.sandbox.faults.switches import NotSwitchedError, Switches
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    with LocalSlack() as running:
        yield running


def command(aws: LocalAws, slack: LocalSlack, *words: str) -> Result:
    variables = {
        "AWS_ENDPOINT_URL": aws.endpoint,
        "REPRIEVE_SANDBOX_SLACK": slack.url,
    }
    return CliRunner().invoke(faults, words, env=variables)


def test_faults_are_set_listed_and_cleared(aws: LocalAws, slack: LocalSlack) -> None:
    assert command(aws, slack, "list").output == "No fault is set.\n"

    command(aws, slack, "set", "kms", "DescribeKey", "stale", "--times", "3")
    command(aws, slack, "set", "slack", "*", "error", "--until-cleared", "--skip", "2")

    assert command(aws, slack, "list").output == (
        "kms DescribeKey stale, 3 times\nslack * error, until cleared, after 2 calls\n"
    )
    assert Switches(slack.url).all() == [
        Fault(where="slack", kind=Kind.ERROR, times=None, skip=2)
    ]
    command(aws, slack, "clear")
    assert command(aws, slack, "list").output == "No fault is set.\n"


def test_any_place_is_both(aws: LocalAws, slack: LocalSlack) -> None:
    command(aws, slack, "set", "*", "*", "kill-after")
    assert Switches(slack.url).all() == Switches(aws.endpoint).all() != []


def test_the_channel_is_switched(aws: LocalAws, slack: LocalSlack) -> None:
    assert command(aws, slack, "slack", "archive").exit_code == 0
    assert slack.store.workspace.channels[acme.CHANNEL].archived


def test_every_kind_is_explained(aws: LocalAws, slack: LocalSlack) -> None:
    shown = command(aws, slack, "set", "--help").output
    assert [kind for kind in Kind if f"  {kind} " not in shown] == []


def test_an_address_elsewhere_is_refused() -> None:
    words = ["--aws", "https://kms.eu-west-1.amazonaws.com", "--slack", "x", "list"]
    told = CliRunner().invoke(faults, words)
    assert "works with 127.0.0.1 only" in told.output


def test_a_server_that_has_ended_is_named(aws: LocalAws) -> None:
    with LocalSlack() as ended:
        url = ended.url
    words = ["--aws", aws.endpoint, "--slack", url, "list"]
    assert isinstance(CliRunner().invoke(faults, words).exception, NotSwitchedError)
