"""What can be wrong with what is kept, with the sweep and the secrets."""

from functools import partial
from typing import Any

from infra.after_deploy import deployed, record_of
from infra.sandbox.aws.deployment import STAGE
from infra.sandbox.slack import acme
from tests.infra.operator.doctor.undone import Back, Row, Trouble, calls, undone
from tests.infra.operator.doctor.visited import Visited

ALARM, QUEUE = "reprieve-dev-dead-letters", "reprieve-dev-actions-dead-letters"


@undone
def a_dead_letter(at: Visited) -> Back:
    sqs = at.aws("sqs")
    url = sqs.get_queue_url(QueueName=QUEUE)["QueueUrl"]
    sqs.send_message(QueueUrl=url, MessageBody="{}")
    return partial(sqs.purge_queue, QueueUrl=url)


@undone
def a_ringing_alarm(at: Visited) -> Back:
    change = partial(
        at.aws("cloudwatch").set_alarm_state, AlarmName=ALARM, StateReason="a test"
    )
    change(StateValue="ALARM")
    return partial(change, StateValue="OK")


def settings_of_alarm(at: Visited) -> dict[str, Any]:
    watch = at.aws("cloudwatch")
    [found] = watch.describe_alarms(AlarmNames=[ALARM])["MetricAlarms"]
    left_out = ("AlarmArn", "State", "AlarmConfigurationUpdated")
    return {name: it for name, it in found.items() if not name.startswith(left_out)}


@undone
def without_alarm(at: Visited) -> Back:
    watch, kept = at.aws("cloudwatch"), settings_of_alarm(at)
    watch.delete_alarms(AlarmNames=[ALARM])
    return partial(watch.put_metric_alarm, **kept)


@undone
def a_deaf_alarm(at: Visited) -> Back:
    put, kept = at.aws("cloudwatch").put_metric_alarm, settings_of_alarm(at)
    put(**{**kept, "AlarmActions": []})
    return partial(put, **kept)


def sweep_rule(at: Visited) -> str:
    function = at.chain().function("reprieve-dev-sweep")
    told = at.aws("events").list_rule_names_by_target(TargetArn=function)
    [name] = told["RuleNames"]
    return str(name)


@undone
def no_sweep(at: Visited) -> Back:
    events, name = at.aws("events"), sweep_rule(at)
    events.disable_rule(Name=name)
    return partial(events.enable_rule, Name=name)


@undone
def nothing_to_sweep(at: Visited) -> Back:
    events, name = at.aws("events"), sweep_rule(at)
    targets = events.list_targets_by_rule(Rule=name)["Targets"]
    events.remove_targets(Rule=name, Ids=[it["Id"] for it in targets])
    return partial(events.put_targets, Rule=name, Targets=targets)


def kept(part: str, text: str, before: str) -> Trouble:
    def make(at: Visited) -> Back:
        put = partial(
            at.aws("secretsmanager").put_secret_value,
            SecretId=f"reprieve/{STAGE}/{part}",
        )
        put(SecretString=text)
        return partial(put, SecretString=before)

    return undone(make)


def of_token(text: str) -> Trouble:
    return kept("slack-token", text, acme.REPRIEVE_APP.token)


def recorded(before: str, after: str) -> Trouble:
    """Change a word of Chalice's record; `{api}` stands for the API's id."""

    def make(at: Visited) -> Back:
        folder = at.world.deployment.folder
        path, api = record_of(folder, STAGE), deployed(folder, STAGE)["rest_api"]
        text = path.read_text(encoding="utf-8")
        old = before.format(api=api["rest_api_id"])
        path.write_text(text.replace(f'"{old}"', f'"{after}"'), encoding="utf-8")
        return partial(path.write_text, text, encoding="utf-8")

    return undone(make)


SIGNING = acme.REPRIEVE_APP.signing_secret
SILENT = calls(
    "cloudwatch", "disable_alarm_actions", "enable_alarm_actions", AlarmNames=[ALARM]
)

TROUBLES: tuple[Row, ...] = (
    ("dead letters", "dead_letters", a_dead_letter),
    ("alarms", "alarm_rings", a_ringing_alarm),
    ("alarms", "alarm_silent", SILENT),
    ("alarms", "alarm_missing", without_alarm),
    ("alarms", "alarm_deaf", a_deaf_alarm),
    ("sweep", "sweep_disabled", no_sweep),
    ("sweep", "sweep_unscheduled", nothing_to_sweep),
    ("route", "route_missing", recorded("{api}", "gone")),
    ("route", "route_unrecorded", recorded("rest_api", "another")),
    ("token", "token_shape", of_token("xoxp-1-2-abc")),
    ("slack", "slack_refuses_token", of_token("xoxb-1-2-abc")),
    (
        "signing secret",
        "signing_secret_shape",
        kept("slack-signing-secret", f"{SIGNING}\n{SIGNING}", SIGNING),
    ),
)
