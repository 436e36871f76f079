"""The functions that are measured, as Lambda would start them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from infra.bench.bundles import Bundles
from infra.bench.ground import Ground
from infra.bench.process import Handler
from infra.sandbox.aws.deployment import STAGE
from infra.sandbox.aws.shapes import ACCOUNT, REGION
from infra.sandbox.slack import acme

ALERTS, SLACK, ACTIONS, SWEEP = "alerts", "slack", "actions", "sweep"
INVENTORY = "inventory"
BARE, STOCK = "bare", "stock function"

_HANDLERS: Mapping[str, str] = MappingProxyType(
    {
        ALERTS: "chalice_app.functions.alerts.handle",
        SLACK: "app.app",
        ACTIONS: "chalice_app.functions.actions.handle",
        SWEEP: "chalice_app.functions.sweep.handle",
        INVENTORY: "chalice_app.functions.inventory.handle",
        BARE: "bare.handle",
        STOCK: "stock.app",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Functions:
    ground: Ground
    bundles: Bundles
    second_call: str
    share: Path | None = None

    def handler(self, name: str, form: str) -> Handler:
        return Handler(
            name=_HANDLERS[name],
            path=self.bundles.path(form),
            environment=self._environment(name),
            arn=f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:reprieve-{STAGE}",
            share=self.share,
        )

    def _environment(self, name: str) -> Mapping[str, str]:
        given = self.ground.environment
        if name != STOCK:
            return given
        return {
            **given,
            "AWS_ENDPOINT_URL": self.second_call,
            "BENCH_SLACK": self.ground.slack.api_url,
            "BENCH_TOKEN": acme.REPRIEVE_APP.token,
            "BENCH_SIGNING_SECRET": acme.REPRIEVE_APP.signing_secret,
        }
