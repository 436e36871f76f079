"""Reads the EventBridge rules out of a CloudFormation template."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NotRequired, TypedDict, cast

from infra.template import read_template


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    name: str
    pattern: Mapping[str, object]
    paths: Mapping[str, str]
    template: str
    schedule: str | None = None


class Transformer(TypedDict):
    InputPathsMap: NotRequired[Mapping[str, str]]
    InputTemplate: str


# What a target without a transformer gets.
WHOLE = "<aws.events.event.json>"
BARE = Transformer(InputPathsMap={}, InputTemplate=WHOLE)


class _Target(TypedDict):
    InputTransformer: NotRequired[Transformer]


class _Properties(TypedDict):
    EventPattern: NotRequired[Mapping[str, object]]
    ScheduleExpression: NotRequired[str]
    Targets: list[_Target]


class _Resource(TypedDict):
    Type: str
    Properties: _Properties


@cache
def rules_of(template_text: str) -> tuple[Rule, ...]:
    """Give every rule of a template, with how it transforms an event."""
    resources = cast(
        "Mapping[str, _Resource]", read_template(template_text)["Resources"]
    )
    return tuple(
        _rule(name, resource["Properties"])
        for name, resource in resources.items()
        if resource["Type"] == "AWS::Events::Rule"
    )


def _rule(name: str, properties: _Properties) -> Rule:
    transformer = properties["Targets"][0].get("InputTransformer", BARE)
    return Rule(
        name=name,
        pattern=cast(
            "Mapping[str, object]", _plain(properties.get("EventPattern", {}))
        ),
        paths=transformer.get("InputPathsMap", {}),
        template=transformer["InputTemplate"],
        schedule=properties.get("ScheduleExpression"),
    )


def _plain(part: object) -> object:
    """Write `!Ref Stage` as `!Sub` does, ${Stage}: a text that no event holds."""
    if isinstance(part, list):
        return [_plain(it) for it in part]
    if not isinstance(part, Mapping):
        return part
    if "Ref" in part:
        return f"${{{part['Ref']}}}"
    if "Fn::Sub" in part:
        return part["Fn::Sub"]
    return {key: _plain(it) for key, it in part.items()}
