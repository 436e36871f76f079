"""After a change of settings Lambda starts anew; the emulator would stay warm."""

from collections.abc import Callable

from ministack.core.responses import get_account_id, get_region
from ministack.services import lambda_svc

from infra.sandbox.aws.shapes import Answer, Json


def install() -> None:
    lambda_svc._update_config = _starting_anew(lambda_svc._update_config)


def _starting_anew(emulator: Callable[[str, Json], Answer]) -> Callable[..., Answer]:
    def update(name: str, data: Json) -> Answer:
        answer = emulator(name, data)
        lambda_svc.invalidate_worker(
            name, account=get_account_id(), region=get_region()
        )
        return answer

    return update
