"""The HTTP side of the page: its files, its state, and what one can do on it."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from functools import partial
from pathlib import Path

import anyio
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from infra.sandbox.page.admission import Admission
from infra.sandbox.page.live import as_json, live
from infra.sandbox.page.said import Act, BadWishError, Said, Wish
from infra.sandbox.page.seen import Seen
from infra.sandbox.page.state import state_of

Endpoint = Callable[[Request], Awaitable[Response]]
Look = Callable[[], Seen]
STATIC = Path(__file__).with_name("static")
# A page of another site may have a name of its own that leads to this machine.
_HOSTS = ["127.0.0.1", "localhost"]


def page_app(look: Look, acts: Mapping[str, Act]) -> Starlette:
    return Starlette(
        routes=[
            Route("/", _index),
            Mount("/static", StaticFiles(directory=STATIC)),
            Route("/state", _state(look)),
            Route("/live", _live(look)),
            *(Route(path, _act(act), methods=["POST"]) for path, act in acts.items()),
        ],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=_HOSTS),
            Middleware(Admission),
        ],
        exception_handlers={BadWishError: _bad_wish},
    )


async def _index(_request: Request) -> Response:
    return FileResponse(STATIC / "index.html")


def _state(look: Look) -> Endpoint:
    async def state(_request: Request) -> Response:
        return _json(await run_in_threadpool(lambda: state_of(look())))

    return state


def _live(look: Look) -> Endpoint:
    async def events(_request: Request) -> Response:
        return StreamingResponse(live(look), media_type="text/event-stream")

    return events


def _act(act: Act) -> Endpoint:
    """Act in a thread, which a page that ends leaves behind: a Lambda may be slow."""

    async def acted(request: Request) -> Response:
        acting = partial(act, _wish(await request.body()))
        said = await anyio.to_thread.run_sync(acting, abandon_on_cancel=True)
        return _json(asdict(said))

    return acted


def _wish(body: bytes) -> Wish:
    try:
        wish = json.loads(body)
    except (ValueError, RecursionError):
        raise BadWishError("The body must be JSON.") from None
    if not isinstance(wish, dict):
        raise BadWishError("The body must be a JSON object.")
    return wish


async def _bad_wish(_request: Request, error: Exception) -> Response:
    return _json(asdict(Said(ok=False, said=str(error))), 400)


def _json(value: object, status: int = 200) -> Response:
    return Response(as_json(value), status, media_type="application/json")
