"""Every command that a page tells people to type exists, with its options."""

import re
from importlib.util import find_spec

import botocore.session
import click
import pytest
from botocore import xform_name

from chalice_app import __main__ as operators
from tests.docs.commands import Command, commands_in
from tests.docs.pages import every_page
from tests.house import ROOT

COMMANDS = [it for each in every_page() for it in commands_in(each)]
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
# What the AWS CLI adds to what AWS has.
OF_THE_CLI = {
    ("cloudformation", "deploy"),
    ("cloudformation", "package"),
    ("s3", "sync"),
}
GLOBAL = {"--query", "--output", "--region", "--profile"}
# The AWS CLI's own name for the member Endpoint.
RENAMED = {"--notification-endpoint"}


def of(program: str) -> list[Command]:
    return [it for it in COMMANDS if it.program == program]


@pytest.mark.parametrize("it", of("make"), ids=str)
def test_a_target_is_in_the_makefile(it: Command) -> None:
    targets = [word for word in it.words if "=" not in word]

    assert set(targets) <= TARGETS


@pytest.mark.parametrize("it", of("python -m"), ids=str)
def test_a_module_is_there_and_its_options_too(it: Command) -> None:
    module, *words = it.words
    if module == "chalice_app":
        check(operators.commands, words)
    else:
        assert find_spec(module)


def check(command: click.Command, words: list[str]) -> None:
    """Follow the words into the commands' groups; raise what click would say."""
    for word in words:
        if isinstance(command, click.Group) and word in command.commands:
            command = command.commands[word]
        elif word.startswith("-"):
            known = {name for it in command.params for name in it.opts}
            assert word.partition("=")[0] in known | {"--help"}
        else:
            assert not isinstance(command, click.Group) or takes_a_value(words, word)


def takes_a_value(words: list[str], word: str) -> bool:
    return words[words.index(word) - 1].startswith("--")


@pytest.mark.parametrize("it", of("aws"), ids=str)
def test_a_call_of_aws_and_its_options_are_in_its_model(it: Command) -> None:
    service, operation, *_ = it.words
    if (service, operation) in OF_THE_CLI:
        return
    model = botocore.session.get_session().get_service_model(service)
    names = {xform_name(name, "-"): name for name in model.operation_names}
    shape = model.operation_model(names[operation]).input_shape
    members = {
        f"--{xform_name(name, '-')}" for name in (shape.members if shape else ())
    }

    assert set(it.options()) <= members | GLOBAL | RENAMED


@pytest.mark.parametrize("it", COMMANDS, ids=str)
def test_a_file_that_a_command_takes_is_there(it: Command) -> None:
    named = re.findall(r"(?:tests|infra)/[\w./-]+", " ".join(it.words))

    assert [path for path in named if not (ROOT / path).exists()] == []


def test_commands_of_each_kind_are_found() -> None:
    assert {it.program for it in COMMANDS} == {"make", "aws", "chalice", "python -m"}
