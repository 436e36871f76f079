"""Reads CloudFormation's YAML, with its short forms such as `!Ref`, as plain data."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

import yaml

TEMPLATE = Path(__file__).with_name("pipeline.yaml")


class _Loader(yaml.SafeLoader):
    """A safe loader that also knows `!Ref` and its like."""


def _function(loader: yaml.SafeLoader, name: str, node: yaml.Node) -> object:
    long_form = name if name in {"Ref", "Condition"} else f"Fn::{name}"
    if isinstance(node, yaml.ScalarNode):
        return {long_form: loader.construct_scalar(node)}
    if isinstance(node, yaml.SequenceNode):
        return {long_form: loader.construct_sequence(node, deep=True)}
    return {
        long_form: loader.construct_mapping(cast("yaml.MappingNode", node), deep=True)
    }


_Loader.add_multi_constructor("!", _function)


def read_template(text: str) -> Mapping[str, Mapping[str, object]]:
    """Read a template: a mapping of its sections."""
    return cast("Mapping[str, Mapping[str, object]]", _Loader(text).get_single_data())
