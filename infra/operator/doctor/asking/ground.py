"""Checks of the ground: the configuration, the account, the clock, the stack."""

from collections.abc import Iterator
from email.utils import parsedate_to_datetime

import click

from chalice_app.domain.watcher.finding import Finding, fatal, ok
from infra.after_deploy import record_of
from infra.operator.doctor.chain import Chain
from infra.operator.doctor.judging.clocks import judged_clock
from infra.operator.doctor.judging.stack import judged_contents, judged_stack
from infra.template import TEMPLATE


def configuration(chain: Chain) -> Iterator[Finding]:
    try:
        settings = chain.settings
    except (OSError, ValueError) as error:
        yield fatal("configuration_unreadable", why=error)
    except click.ClickException as error:
        yield fatal("configuration_wrong", why=error.format_message())
    else:
        yield ok("configuration_right", stage=settings.stage, channel=settings.channel)


def account(chain: Chain) -> Iterator[Finding]:
    if chain.session.get_credentials() is None:
        yield fatal("account_nobody")
    elif not chain.session.region_name:
        yield fatal("account_no_region")
    else:
        yield ok(
            "account_known",
            account=chain.caller["Account"],
            region=chain.session.region_name,
            who=chain.caller["Arn"],
        )


def clock(chain: Chain) -> Iterator[Finding]:
    date = chain.caller["ResponseMetadata"]["HTTPHeaders"]["date"]
    yield judged_clock("AWS", parsedate_to_datetime(date), chain.clock())


def record(chain: Chain) -> Iterator[Finding]:
    """Look for the file in which Chalice keeps what it made."""
    file = record_of(chain.project, chain.stage)
    if file.is_file():
        yield ok("record_here", file=file)
    else:
        yield fatal("record_missing", file=file)


def stack(chain: Chain) -> Iterator[Finding]:
    name = f"reprieve-{chain.stage}"
    verdict = judged_stack(name, chain.stack, chain.stage)
    yield verdict
    if verdict.stops or chain.stack is None:
        return
    client = chain.session.client("cloudformation")
    told = client.get_template(StackName=name, TemplateStage="Original")
    yield from judged_contents(
        name,
        chain.stack,
        told["TemplateBody"],
        TEMPLATE.read_text(encoding="utf-8"),
        chain.settings.email,
    )
