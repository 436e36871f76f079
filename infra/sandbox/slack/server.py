"""The HTTP side of the local Slack: the Web API, response_url and the state."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from infra.sandbox.slack.arguments import ApiRequest
from infra.sandbox.slack.failing import may_fail
from infra.sandbox.slack.refusal import SlackRefusalError
from infra.sandbox.slack.response_url import respond
from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.slack.store import Store
from infra.sandbox.slack.switches import switched
from infra.sandbox.slack.web_api import call

Endpoint = Callable[[Request], Awaitable[Response]]


def slack_server(store: Store) -> Starlette:
    return Starlette(
        routes=[
            Route("/api/{name}", _web_api(store), methods=["GET", "POST"]),
            Route("/response/{name}", _response_url(store), methods=["POST"]),
            Route("/_sandbox/state", _state(store), methods=["GET"]),
            Route("/_sandbox/switch", _switch(store), methods=["POST"]),
        ],
        middleware=[Middleware(may_fail, clock=store.clock)],
    )


def _web_api(store: Store) -> Endpoint:
    async def web_api(request: Request) -> Response:
        answer = call(store, await _as_api_request(request))
        scopes = ",".join(sorted(store.workspace.app.scopes))
        return _json(answer, headers={"X-OAuth-Scopes": scopes})

    return web_api


def _response_url(store: Store) -> Endpoint:
    async def response_url(request: Request) -> Response:
        asked = await _as_api_request(request)
        try:
            respond(store, asked.method, asked)
        except SlackRefusalError as refusal:
            return _json(refusal.as_answer(), status_code=404)
        return PlainTextResponse("ok")

    return response_url


def _state(store: Store) -> Endpoint:
    async def state(_request: Request) -> Response:
        with store.lock:
            return _json(_everything(store))

    return state


def _switch(store: Store) -> Endpoint:
    async def switch(request: Request) -> Response:
        asked = await request.json()
        try:
            switched(store, asked.get("name", ""), asked.get("value", ""))
        except LookupError as error:
            return _json({"error": str(error.args[0])}, status_code=400)
        return _json({})

    return switch


def _json(
    value: JsonObject, status_code: int = 200, headers: dict[str, str] | None = None
) -> Response:
    """Escape all but ASCII: attackers send bytes and halves of signs on purpose."""
    text = json.dumps(value, default=lambda raw: raw.decode(errors="replace"))
    return Response(text, status_code, headers, "application/json")


def _everything(store: Store) -> JsonObject:
    return {
        "messages": [asdict(message) for message in store.messages.values()],
        "ephemerals": [asdict(line) for line in store.ephemerals],
        "views": [asdict(view) for view in store.views.values()],
        "calls": [asdict(one) for one in store.calls],
        "deliveries": [asdict(delivery) for delivery in store.deliveries],
    }


async def _as_api_request(request: Request) -> ApiRequest:
    return ApiRequest(
        method=request.path_params["name"],
        authorization=request.headers.get("authorization", ""),
        query=request.url.query,
        content_type=request.headers.get("content-type", ""),
        body=await request.body(),
    )
