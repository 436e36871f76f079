"""A function logs as text, or as lines of JSON with every field that was given."""

from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.sandbox.aws.functions import _lines, function, logged

BODY = (
    "import logging; logging.getLogger('a').info('hello', extra={'case': 'k7q2'}); "
    "logging.getLogger('a').warning('no case', extra={'case': None}); "
    "return None"
)


def test_text_holds_warnings_alone_and_no_field(aws: LocalAws) -> None:
    function(aws, BODY)

    aws.client("lambda").invoke(FunctionName="worker")

    own = [line for line in _lines(aws) if "RequestId" not in line]
    assert own == ["no case"]


def test_json_holds_each_record_from_info_on_with_its_fields(aws: LocalAws) -> None:
    function(aws, BODY)
    functions = aws.client("lambda")
    functions.invoke(FunctionName="worker")

    functions.update_function_configuration(
        FunctionName="worker", LoggingConfig={"LogFormat": "JSON"}
    )
    functions.invoke(FunctionName="worker")

    [hello, warning] = logged(aws, at_least=2)
    assert (hello["level"], hello["message"], hello["case"]) == (
        "INFO",
        "hello",
        "k7q2",
    )
    assert hello["timestamp"].endswith("Z")
    assert (warning["logger"], "case" in warning) == ("a", False)
