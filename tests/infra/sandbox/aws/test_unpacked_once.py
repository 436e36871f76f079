"""Workers share what was unpacked, and never what another archive holds."""

import json
from typing import Any

from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.sandbox.aws.functions import function, zipped

TELL = "import os; return os.getpid(), os.path.realpath(__file__), {}"


def answer(aws: LocalAws) -> Any:
    answered = aws.client("lambda").invoke(FunctionName="worker")
    return json.loads(answered["Payload"].read())


def test_a_new_worker_runs_what_the_first_has_unpacked(aws: LocalAws) -> None:
    function(aws, TELL.format(1))
    first, file, _ = answer(aws)

    aws.client("lambda").update_function_configuration(
        FunctionName="worker", Description="anew"
    )

    second, *rest = answer(aws)
    assert second != first
    assert rest == [file, 1]


def test_new_code_is_unpacked_anew(aws: LocalAws) -> None:
    function(aws, TELL.format(1))
    _, file, _ = answer(aws)

    aws.client("lambda").update_function_code(
        FunctionName="worker", ZipFile=zipped(TELL.format(2))
    )

    _, other, told = answer(aws)
    assert other != file
    assert told == 2
