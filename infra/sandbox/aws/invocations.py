"""Asynchronous invocations that Lambda has accepted and not ended yet."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from ministack.services import lambda_svc

from infra.sandbox.aws.shapes import Emulated, Json

_TRIES = 3


class Accepted(dict[str, Emulated]):
    """An event that Lambda keeps until it is handled, or tried often enough."""

    def __init__(self, event: Json, name: str) -> None:
        super().__init__(event)
        self.name = name


@dataclass(slots=True)
class Invocations:
    waiting: dict[str, Json] = field(default_factory=dict)

    def resume(self) -> None:
        """Try again what a crash has interrupted: that try was one of the three."""
        for name, one in list(self.waiting.items()):
            record, config, _ = lambda_svc._get_func_record_for_ref(one["function"])
            function = lambda_svc._execution_record_for_config(record, config)
            left = {
                **_settings(function),
                "MaximumRetryAttempts": max(one["left"], 1) - 1,
            }
            function = {**function, "event_invoke_config": left}
            lambda_svc.invoke_async_with_retry(function, Accepted(one["event"], name))

    def install(self) -> None:
        lambda_svc.invoke_async_with_retry = self._accepting(
            lambda_svc.invoke_async_with_retry
        )
        lambda_svc._execute_function = self._trying(lambda_svc._execute_function)
        lambda_svc._route_async_failure = self._giving_up(
            lambda_svc._route_async_failure
        )

    def _accepting(self, emulator: Callable[..., None]) -> Callable[..., None]:
        def accept(function: Json, event: Json) -> None:
            if not isinstance(event, Accepted):
                event = Accepted(event, str(uuid.uuid4()))
                self.waiting[event.name] = {
                    "function": (function.get("config") or function)["FunctionArn"],
                    "event": dict(event),
                    "left": _TRIES,
                }
            emulator(function, event)

        return accept

    def _trying(self, emulator: Callable[..., Json]) -> Callable[..., Json]:
        def execute(function: Json, event: Json) -> Json:
            if isinstance(event, Accepted) and event.name in self.waiting:
                one = self.waiting[event.name]
                self.waiting[event.name] = {**one, "left": one["left"] - 1}
            told = emulator(function, event)
            if isinstance(event, Accepted) and not told.get("error"):
                self.waiting.pop(event.name, None)
            return told

        return execute

    def _giving_up(self, emulator: Callable[..., None]) -> Callable[..., None]:
        def route(target: str, function: str, event: Json, told: Json) -> None:
            emulator(target, function, event, told)
            if isinstance(event, Accepted):
                self.waiting.pop(event.name, None)

        return route


def _settings(function: Json) -> Json:
    latest: Json = (function.get("event_invoke_configs") or {}).get("$LATEST") or {}
    return function.get("event_invoke_config") or latest
