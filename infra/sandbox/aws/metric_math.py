"""Alarms on a sum of metrics, which the emulator's CloudFormation refuses."""

from collections.abc import Callable

from ministack.services import cloudwatch
from ministack.services.cloudformation import provisioners

from infra.sandbox.aws.shapes import Emulated, Json

_KIND = "AWS::CloudWatch::Alarm"
SUM = "SUM(METRICS())"


def install() -> None:
    handlers = provisioners._RESOURCE_HANDLERS[_KIND]
    handlers["create"] = _created(handlers["create"])
    handlers["update"] = _updated(handlers["update"])


def _created(emulator: Callable[..., Emulated]) -> Callable[..., Emulated]:
    def create(logical_id: str, properties: Json, stack: str) -> Emulated:
        made = emulator(logical_id, _single(properties), stack)
        _keep(made[0], properties)
        return made

    return create


def _updated(emulator: Callable[..., Emulated]) -> Callable[..., Emulated]:
    def update(name: str, old: Json, new: Json, *rest: Emulated) -> Emulated:
        made = emulator(name, _single(old), _single(new), *rest)
        _keep(made[0], new)
        return made

    return update


def _single(properties: Json) -> Json:
    """Give an alarm that the emulator takes: on a metric that nothing measures."""
    if "Metrics" not in properties:
        return properties
    first, *_rows = properties["Metrics"]
    if first.get("Expression") != SUM:
        raise ValueError(f"Of metric math the sandbox knows {SUM} alone.")
    kept = {name: it for name, it in properties.items() if name != "Metrics"}
    return {**kept, "Namespace": "sandbox", "MetricName": SUM}


def _keep(name: str, properties: Json) -> None:
    if "Metrics" in properties:
        cloudwatch._alarms[name]["Metrics"] = properties["Metrics"]
