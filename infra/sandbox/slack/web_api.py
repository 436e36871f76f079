"""The Web API: who calls, whether the token may, and what answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from infra.sandbox.slack import chat_methods, reading_methods, view_methods
from infra.sandbox.slack.arguments import ApiRequest, Arguments
from infra.sandbox.slack.records import ApiCall
from infra.sandbox.slack.refusal import SlackRefusalError
from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.slack.store import Store


@dataclass(frozen=True, slots=True)
class Method:
    """What a method does, and the scopes of which the token needs one."""

    run: Callable[[Store, Arguments], JsonObject]
    scopes: tuple[str, ...] = ()


# Slack takes a JSON body only where something is written, and ignores it elsewhere
# (docs.slack.dev/apis/web-api, "Methods supporting JSON POSTs").
WRITING = frozenset(
    {
        "chat.postMessage",
        "chat.update",
        "chat.postEphemeral",
        "views.open",
        "views.update",
    }
)


METHODS: Mapping[str, Method] = {
    "auth.test": Method(reading_methods.auth_test),
    "chat.postMessage": Method(chat_methods.post_message, ("chat:write",)),
    "chat.update": Method(chat_methods.update, ("chat:write",)),
    "chat.postEphemeral": Method(chat_methods.post_ephemeral, ("chat:write",)),
    "chat.getPermalink": Method(chat_methods.get_permalink),
    "views.open": Method(view_methods.views_open),
    "views.update": Method(view_methods.views_update),
    "users.info": Method(reading_methods.users_info, ("users:read",)),
    "usergroups.users.list": Method(
        reading_methods.usergroup_users, ("usergroups:read",)
    ),
    "conversations.info": Method(
        reading_methods.conversations_info, ("channels:read", "groups:read")
    ),
    "conversations.history": Method(
        reading_methods.conversations_history, ("channels:history", "groups:history")
    ),
}


def call(store: Store, request: ApiRequest) -> JsonObject:
    with store.lock:
        arguments, answer = _answer(store, request)
        store.calls.append(
            ApiCall(
                method=request.method,
                arguments=arguments.values,
                answer=answer,
                at=store.clock(),
            )
        )
    return answer


def _answer(store: Store, request: ApiRequest) -> tuple[Arguments, JsonObject]:
    arguments = Arguments({})
    try:
        arguments = request.arguments(takes_json=request.method in WRITING)
        method = _allowed(store, request.method, request.authorization)
        return arguments, {"ok": True, **method.run(store, arguments)}
    except SlackRefusalError as refusal:
        return arguments, refusal.as_answer()


def _allowed(store: Store, name: str, authorization: str) -> Method:
    method = METHODS.get(name)
    if method is None:
        raise SlackRefusalError("unknown_method", req_method=name)
    _check_token(authorization, store.workspace.app.token)
    _check_scopes(method.scopes, store.workspace.app.scopes)
    return method


def _check_token(authorization: str, token: str) -> None:
    scheme, _, given = authorization.partition(" ")
    if scheme.lower() != "bearer" or not given:
        raise SlackRefusalError("not_authed")
    if given != token:
        raise SlackRefusalError("invalid_auth")


def _check_scopes(needed: tuple[str, ...], held: frozenset[str]) -> None:
    if needed and not held.intersection(needed):
        provided = ",".join(sorted(held))
        raise SlackRefusalError(
            "missing_scope", needed=",".join(needed), provided=provided
        )
