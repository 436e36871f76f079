"""Make the running sandbox fail: `python -m infra.sandbox.faults --help`."""

from collections.abc import Callable
from dataclasses import dataclass

import click

from infra.sandbox.aws.loopback import NotLoopbackError, require_loopback
from infra.sandbox.faults.fault import ANY, MEANINGS, Kind
from infra.sandbox.faults.switchboard import read
from infra.sandbox.faults.switches import NotSwitchedError, Switches

Command = Callable[..., None]
_AWS, _SLACK = "AWS_ENDPOINT_URL", "REPRIEVE_SANDBOX_SLACK"
_EXAMPLES = """
Examples:

\b
  set slack chat.postMessage rate-limit --seconds 30 --times 2
  set slack '*' error --name token_revoked --until-cleared
  set kms DescribeKey stale --times 3
  set dynamodb TransactWriteItems lost --seconds 20
  set slack chat.postMessage kill-after
  set trail '*' shuffled --seconds 20 --until-cleared

What happens (KIND):

\b
"""
_HELP = _EXAMPLES + "\n".join(f"  {kind:12} {MEANINGS[kind]}" for kind in Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Servers:
    aws: Switches
    slack: Switches

    def of(self, where: str) -> tuple[Switches, ...]:
        if where == ANY:
            return self.aws, self.slack
        return (self.slack,) if where == "slack" else (self.aws,)


def _local(_context: click.Context, option: click.Parameter, url: str) -> str:
    try:
        return require_loopback(url)
    except NotLoopbackError as error:
        raise click.BadParameter(str(error), param=option) from None


def _server(name: str, variable: str) -> Callable[[Command], Command]:
    return click.option(
        name,
        envvar=variable,
        show_envvar=True,
        required=True,
        callback=_local,
        metavar="URL",
    )


@click.group()
@_server("--aws", _AWS)
@_server("--slack", _SLACK)
@click.pass_context
def faults(context: click.Context, *, aws: str, slack: str) -> None:
    """Make the sandbox that `make demo` holds open fail; it prints both addresses."""
    context.obj = Servers(aws=Switches(aws), slack=Switches(slack))


@faults.command("list")
@click.pass_obj
def listed(servers: Servers) -> None:
    """List the faults that are set."""
    found = [*servers.aws.all(), *servers.slack.all()]
    for fault in found:
        often = "until cleared" if fault.times is None else f"{fault.times} times"
        skipped = f", after {fault.skip} calls" if fault.skip else ""
        click.echo(f"{fault.where} {fault.operation} {fault.kind}, {often}{skipped}")
    if not found:
        click.echo("No fault is set.")


@faults.command("set", epilog=_HELP)
@click.argument("where")
@click.argument("operation")
@click.argument(
    "kind", metavar="KIND", type=click.Choice([kind.value for kind in Kind])
)
@click.option("--times", type=click.IntRange(1), default=1, help="How often.")
@click.option("--until-cleared", is_flag=True, help="Again and again.")
@click.option("--skip", type=click.IntRange(0), default=0, help="Let these pass first.")
@click.option("--seconds", type=click.FloatRange(0), default=30.0)
@click.option("--status", type=click.IntRange(400, 599), default=503)
@click.option("--name", default="internal_error", help="The error's name.")
@click.option("--text", default="", help="The error's sentence.")
@click.pass_obj
def set_one(servers: Servers, /, *, until_cleared: bool, **details: object) -> None:
    """Set a fault. WHERE is slack, an AWS service as boto3 names it, or trail.

    OPERATION is as AWS and Slack name it; '*' is any. Deliveries are `sns Deliver`,
    `sqs Deliver` and `trail EVENTNAME`; answers to a press are `slack response_url`.
    """
    times = None if until_cleared else details["times"]
    where = str(details["where"])
    for switches in servers.of(where):
        switches.add(read({**details, "times": times}))
    click.echo(f"Set: {details['kind']} at {where} {details['operation']}.")


@faults.command()
@click.pass_obj
def clear(servers: Servers) -> None:
    """Take all faults back."""
    servers.aws.clear()
    servers.slack.clear()
    click.echo("No fault is set any more.")


@faults.command()
@click.argument("name")
@click.argument("value", default="")
@click.pass_obj
def slack(servers: Servers, *, name: str, value: str) -> None:
    """Do what people do to the channel and the app; nothing undoes it by itself.

    NAME is archive, unarchive, put-out, invite, set-token TOKEN, or
    delete-message TS.
    """
    servers.slack.throw(name, value)
    click.echo(f"Done: {name}.")


def main() -> None:
    try:
        faults(prog_name="python -m infra.sandbox.faults")
    except NotSwitchedError as error:
        raise SystemExit(str(error)) from None


if __name__ == "__main__":
    main()
