"""Small rules that a piece of Block Kit keeps or breaks, with Slack's sentences."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol


class Rule(Protocol):
    def problems(self, value: object, at: str) -> Iterator[str]: ...


def problem(sentence: str, at: str) -> str:
    return f"{sentence} [json-pointer:{at}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A string between two lengths."""

    most: int
    least: int = 1

    def problems(self, value: object, at: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield problem("must be a string", at)
        elif len(value) > self.most:
            yield problem(f"must be less than {self.most + 1} characters", at)
        elif len(value) < self.least:
            yield problem(f"must be more than {self.least - 1} characters", at)


@dataclass(frozen=True, slots=True)
class Flag:
    def problems(self, value: object, at: str) -> Iterator[str]:
        if not isinstance(value, bool):
            yield problem("must be a boolean", at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A whole number between two others."""

    least: int
    most: int

    def problems(self, value: object, at: str) -> Iterator[str]:
        if not isinstance(value, int) or isinstance(value, bool):
            yield problem("must be an integer", at)
        elif not self.least <= value <= self.most:
            yield problem(f"must be between {self.least} and {self.most}", at)


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    values: tuple[str, ...]

    def problems(self, value: object, at: str) -> Iterator[str]:
        if value not in self.values:
            allowed = ", ".join(self.values)
            yield problem(f"must be a valid enum value: {allowed}", at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Many:
    """A list of one kind of thing."""

    of: Rule
    most: int

    def problems(self, value: object, at: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield problem("must be an array", at)
            return
        if not value:
            yield problem("no less than 1 items allowed", at)
        if len(value) > self.most:
            yield problem(f"no more than {self.most} items allowed", at)
        for place, item in enumerate(value):
            yield from self.of.problems(item, f"{at}/{place}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """An object that knows its keys, and refuses every other."""

    required: Mapping[str, Rule] = field(default_factory=dict)
    optional: Mapping[str, Rule] = field(default_factory=dict)

    def problems(self, value: object, at: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield problem("must be an object", at)
            return
        for name in (name for name in self.required if name not in value):
            yield problem(f"missing required field: {name}", at)
        known = {**self.required, **self.optional}
        for name, item in value.items():
            if name in known:
                yield from known[name].problems(item, f"{at}/{name}")
            elif name != "type":
                yield problem(f"invalid additional property: {name}", at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """An object whose type says which form it has."""

    forms: Mapping[str, Rule]

    def problems(self, value: object, at: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield problem("must be an object", at)
            return
        kind = value.get("type")
        if kind is None:
            yield problem("missing required field: type", at)
        elif not isinstance(kind, str) or kind not in self.forms:
            yield problem(f"unsupported type: {kind}", f"{at}/type")
        else:
            yield from self.forms[kind].problems(value, at)
