"""All checks that the sweep makes of Reprieve's own parts, one after the other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from chalice_app.adapters.slack_api import SlackApi
from chalice_app.adapters.watcher import lambdas, news
from chalice_app.adapters.watcher.channel import look_at_channel
from chalice_app.adapters.watcher.failure import NO_ANSWER, unanswered
from chalice_app.adapters.watcher.parts import Parts
from chalice_app.adapters.watcher.secret import look_at_secret, look_at_token
from chalice_app.domain.watcher.channel import SCOPE
from chalice_app.domain.watcher.finding import Finding
from chalice_app.domain.watcher.outage import Looked

Check = Callable[[], Iterable[Finding]]

CHECKS: tuple[tuple[str, Callable[[Parts], Iterable[Finding]]], ...] = (
    ("trail", news.trail),
    ("rules", news.rules),
    ("news topic", news.news_topic),
    ("notices topic", news.notices_topic),
    ("e-mail", news.emails),
    ("functions", lambdas.functions),
    ("alerts", lambdas.alerts),
    ("actions", lambdas.queue),
    ("inventory", lambdas.pages),
    ("failures", lambdas.failures),
)


class OwnParts:
    """`parts` makes a new view of AWS for each look: what it is asked, it keeps."""

    def __init__(
        self,
        parts: Callable[[], Parts],
        slack: SlackApi,
        token_anew: Callable[[], str],
    ) -> None:
        self._parts = parts
        self._slack = slack
        self._token_anew = token_anew

    def look(self) -> Sequence[Looked]:
        parts = self._parts()
        secret = parts.settings.secret("slack-token")
        of_slack: dict[str, Check] = {
            "token": partial(look_at_secret, self._token_anew, secret),
            "slack": partial(look_at_token, self._slack),
            "channel": partial(self._channel, parts.settings.channel),
        }
        of_aws: dict[str, Check] = {name: partial(run, parts) for name, run in CHECKS}
        return [made(*each) for each in {**of_aws, **of_slack}.items()]

    def _channel(self, channel: str) -> Iterator[Finding]:
        """Leave out that the app may not look at it: posting needs no such scope."""
        for finding in look_at_channel(self._slack, channel):
            if finding.name != SCOPE:
                yield finding


def made(name: str, run: Check) -> Looked:
    """Keep what was found before a failure, which is a finding itself."""
    found: list[Finding] = []
    try:
        found.extend(run())
    except NO_ANSWER as error:
        failure = unanswered(error)
        found += [failure] if failure else []
    return Looked(check=name, findings=tuple(found))
