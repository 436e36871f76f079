"""The form of a function's log: the emulator keeps the setting, and does nothing."""

from collections.abc import Callable
from pathlib import Path

from ministack.core import lambda_runtime

from infra.sandbox.aws.shapes import Json

_FIRST = Path(__file__).with_name("worker_logging.py")


def install() -> None:
    script = _FIRST.read_text(encoding="utf-8")
    lambda_runtime._PYTHON_WORKER_SCRIPT = script + lambda_runtime._PYTHON_WORKER_SCRIPT
    lambda_runtime.execution_credentials = _with_format(
        lambda_runtime.execution_credentials
    )


def _with_format(
    emulator: Callable[[Json], dict[str, str]],
) -> Callable[[Json], dict[str, str]]:
    def environment(config: Json) -> dict[str, str]:
        form = config.get("LoggingConfig", {}).get("LogFormat", "Text")
        return {**emulator(config), "AWS_LAMBDA_LOG_FORMAT": form}

    return environment
