"""The command over the queues of moto: no letter is lost, no press carried out."""

import json
from collections.abc import Iterator

import boto3
import pytest
from click.testing import CliRunner, Result
from moto import mock_aws

from chalice_app.__main__ import commands
from infra.sandbox.aws.shapes import REGION
from tests.fakes.presses import Pressed
from tests.infra.dead_letters.letters import EVENT

EVENTS, PRESSES = "reprieve-dev-dead-letters", "reprieve-dev-actions-dead-letters"
PRESS = Pressed(button="rp.enable", value="0123456789:3").record()["body"]


def run(*arguments: str, stage: str = "dev") -> Result:
    return CliRunner().invoke(commands, ["dead-letters", "--stage", stage, *arguments])


@pytest.fixture(autouse=True)
def aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    with mock_aws():
        for queue in (EVENTS, PRESSES):
            boto3.client("sqs").create_queue(QueueName=queue)
        yield


@pytest.fixture
def topic() -> str:
    """Make the news topic, and a queue that hears it; give the queue's URL."""
    arn = boto3.client("sns").create_topic(Name="reprieve-dev-news")["TopicArn"]
    url = boto3.client("sqs").create_queue(QueueName="heard")["QueueUrl"]
    heard = f"arn:aws:sqs:{REGION}:123456789012:heard"
    boto3.client("sns").subscribe(TopicArn=arn, Protocol="sqs", Endpoint=heard)
    return url


def put(queue: str, body: str) -> str:
    sqs = boto3.client("sqs")
    url = sqs.get_queue_url(QueueName=queue)["QueueUrl"]
    return sqs.send_message(QueueUrl=url, MessageBody=body)["MessageId"]


def ids() -> list[str]:
    return [it["id"] for it in json.loads(run("--json", "list").output)]


def test_nothing_is_said_of_nothing() -> None:
    assert run().output == "There are no dead letters.\n"


def test_all_of_both_queues_are_listed_and_nothing_is_taken_out() -> None:
    put_there = {put(EVENTS, json.dumps(EVENT)) for _ in range(25)}
    put_there.add(put(PRESSES, PRESS))

    assert set(ids()) == put_there
    assert set(ids()) == put_there


def test_one_is_shown_by_number_or_id_in_full() -> None:
    event = put(EVENTS, json.dumps(EVENT))

    for which in ("1", event):
        shown = json.loads(run("--json", "show", which).output)
        assert (shown["id"], shown["content"]) == (event, EVENT)


def test_a_letter_that_is_not_there_is_said() -> None:
    result = run("redrive", "7")

    assert result.exit_code == 1
    assert result.output == "Error: There is no dead letter '7'; list them first.\n"


def test_all_events_are_sent_and_taken_out_and_presses_stay(topic: str) -> None:
    put(EVENTS, json.dumps(EVENT))
    press = put(PRESSES, PRESS)

    result = run("redrive", "--all")

    assert result.exit_code == 0
    assert ids() == [press]
    sqs = boto3.client("sqs")
    [heard] = sqs.receive_message(QueueUrl=topic)["Messages"]
    assert json.loads(json.loads(heard["Body"])["Message"])["event"] == EVENT


def test_what_the_topic_does_not_take_stays() -> None:
    event = put(EVENTS, json.dumps(EVENT))

    result = run("redrive", event)

    assert result.exit_code == 1
    assert (
        result.output
        == "Error: AWS refused Publish: NotFound: Endpoint does not exist\n"
    )
    assert ids() == [event]


def test_a_press_asked_for_by_its_id_is_not_sent() -> None:
    press = put(PRESSES, PRESS)

    result = run("redrive", press)

    assert result.exit_code == 1
    assert "only shown" in result.output
    assert ids() == [press]


@pytest.mark.parametrize("arguments", [(), ("1", "--all")])
def test_redrive_wants_one_letter_or_all(arguments: tuple[str, ...]) -> None:
    assert run("redrive", *arguments).exit_code == 2


def test_a_stage_that_is_not_there_is_said() -> None:
    result = run(stage="prod")

    assert result.exit_code == 1
    assert result.output == "Error: There is no stage prod in this Region.\n"


def test_a_profile_that_is_not_there_is_said() -> None:
    result = run("--profile", "nobody")

    assert result.exit_code == 1
    assert "profile (nobody) could not be found" in result.output
