"""The checks in the order of the way: each with the checks that it builds on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from chalice_app.adapters.watcher import lambdas as own_lambdas
from chalice_app.adapters.watcher import news
from chalice_app.domain.watcher.finding import Finding
from infra.operator.doctor.asking import (
    bundle,
    ground,
    lambdas,
    memory,
    route,
    rules,
    slack,
)
from infra.operator.doctor.chain import Chain


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    name: str
    run: Callable[[Chain], Iterable[Finding]]
    needs: tuple[str, ...] = ()


CHECKS = (
    Check(name="configuration", run=ground.configuration),
    Check(name="account", run=ground.account, needs=("configuration",)),
    Check(name="clock", run=ground.clock, needs=("account",)),
    Check(name="record", run=ground.record, needs=("configuration",)),
    Check(name="stack", run=ground.stack, needs=("account",)),
    Check(name="trail", run=news.trail, needs=("account",)),
    Check(name="rules", run=rules.rules, needs=("stack",)),
    Check(name="news topic", run=news.news_topic, needs=("stack",)),
    Check(name="notices topic", run=news.notices_topic, needs=("stack",)),
    Check(name="e-mail", run=news.emails, needs=("stack",)),
    Check(name="functions", run=own_lambdas.functions, needs=("account",)),
    Check(name="bundle", run=bundle.bundle, needs=("functions",)),
    Check(name="roles", run=lambdas.roles, needs=("functions",)),
    Check(name="alerts", run=own_lambdas.alerts, needs=("stack", "functions")),
    Check(name="route", run=route.route, needs=("record", "functions")),
    Check(name="actions", run=own_lambdas.queue, needs=("stack", "functions")),
    Check(name="inventory", run=own_lambdas.pages, needs=("stack", "functions")),
    Check(name="sweep", run=lambdas.sweep, needs=("functions",)),
    Check(name="failures", run=own_lambdas.failures, needs=("stack", "functions")),
    Check(name="dead letters", run=memory.dead_letters, needs=("stack",)),
    Check(name="table", run=memory.table, needs=("stack",)),
    Check(name="alarms", run=memory.alarms, needs=("stack",)),
    Check(name="token", run=slack.token, needs=("stack",)),
    Check(name="signing secret", run=slack.signing_secret, needs=("stack",)),
    Check(name="slack", run=slack.slack, needs=("token",)),
    Check(name="scopes", run=slack.scopes, needs=("slack",)),
    Check(name="channel", run=slack.channel, needs=("slack",)),
    Check(name="responders", run=slack.responders, needs=("slack",)),
)
