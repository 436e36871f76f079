"""Which methods of Slack's Web API the code calls, and which scopes a bot needs."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import slack_sdk.web.client

from tests.house import files

# From each method's page, docs.slack.dev/reference/methods/METHOD, "Scopes". Where a
# method takes one of several, by the kind of conversation: those of channels.
SCOPES: Mapping[str, tuple[str, ...]] = {
    "auth.test": (),
    "chat.getPermalink": (),
    "chat.postEphemeral": ("chat:write",),
    "chat.postMessage": ("chat:write",),
    "chat.update": ("chat:write",),
    "conversations.history": ("channels:history", "groups:history"),
    "conversations.info": ("channels:read", "groups:read"),
    "usergroups.users.list": ("usergroups:read",),
    "users.info": ("users:read",),
    "views.open": (),
    "views.update": (),
}


def called() -> set[str]:
    """Find a method by its name in a text, and by the SDK's function for it."""
    sdk = _sdk()
    nodes = [
        node
        for file in files("chalice_app", "infra/operator")
        for node in ast.walk(file.tree)
    ]
    texts = {it.value for it in nodes if isinstance(it, ast.Constant)}
    names = {it.attr for it in nodes if isinstance(it, ast.Attribute)}
    return {method for name, method in sdk.items() if method in texts or name in names}


@cache
def _sdk() -> Mapping[str, str]:
    """Read from the SDK's own client which function calls which method."""
    source = Path(slack_sdk.web.client.__file__).read_text(encoding="utf-8")
    functions = [
        it for it in ast.walk(ast.parse(source)) if isinstance(it, ast.FunctionDef)
    ]
    return {it.name: method for it in functions for method in _methods(it)}


def _methods(function: ast.FunctionDef) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "self.api_call":
            yield from (
                it.value
                for it in node.args[:1]
                if isinstance(it, ast.Constant) and isinstance(it.value, str)
            )
