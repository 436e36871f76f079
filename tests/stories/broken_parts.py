"""Ways to silence Reprieve that an attacker may take, each undone afterwards."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import urllib3

from infra.sandbox.aws.deployment import STAGE
from infra.sandbox.world import EMAIL
from tests.infra.operator.doctor.troubles_of_aws import (
    DISABLED,
    NOBODY,
    STOPPED,
    of_topic,
)
from tests.infra.operator.doctor.troubles_of_lambdas import unsubscribed
from tests.infra.operator.doctor.undone import Back, Trouble, undone
from tests.infra.operator.doctor.visited import Visited

DELETED, HALTED = f"reprieve-{STAGE}", f"reprieve-{STAGE}-actions"
_KEPT = ("FunctionName", "Runtime", "Role", "Handler", "Timeout", "MemorySize")


@undone
def deleted(at: Visited) -> Back:
    """Delete the function of the API, and make it anew as it was."""
    functions = at.aws("lambda")
    told = functions.get_function(FunctionName=DELETED)
    code = urllib3.PoolManager().request("GET", told["Code"]["Location"]).data
    kept = {it: told["Configuration"][it] for it in (*_KEPT, "Environment")}
    functions.delete_function(FunctionName=DELETED)
    allowed = {"StatementId": "api", "Action": "lambda:InvokeFunction"}

    def back() -> None:
        functions.create_function(**kept, Code={"ZipFile": code})
        functions.add_permission(
            FunctionName=DELETED, Principal="apigateway.amazonaws.com", **allowed
        )

    return back


def halted(function: str) -> Trouble:
    """Set a function's concurrency to 0."""

    @undone
    def trouble(at: Visited) -> Back:
        functions = at.aws("lambda")
        functions.put_function_concurrency(
            FunctionName=function, ReservedConcurrentExecutions=0
        )
        return lambda: functions.delete_function_concurrency(FunctionName=function)

    return trouble


# In the order in which an attacker is heard longest; each with what the sweep says.
SIX: tuple[tuple[str, Trouble], ...] = (
    ("is disabled.", DISABLED),
    (f"{EMAIL} is configured, and not subscribed", unsubscribed(EMAIL)),
    (f"There is no function {DELETED}.", deleted),
    (f"The function {HALTED} may not run", halted(HALTED)),
    ("does not log.", STOPPED),
    ("does not let EventBridge publish", of_topic("news", "Policy", NOBODY)),
)


@contextmanager
def all_six(at: Visited) -> Iterator[None]:
    with ExitStack() as stack:
        for _, trouble in SIX:
            stack.enter_context(trouble(at))
        yield
