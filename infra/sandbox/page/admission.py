"""Only the page itself may act here, and it loads nothing from anywhere else."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class Admission:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        answering = self._app
        if scope["type"] == "http" and scope["method"] == "POST":
            answering = _refusal(Headers(scope=scope)) or self._app
        await answering(scope, receive, with_headers)


def _refusal(headers: Headers) -> ASGIApp | None:
    """Refuse what a page of another origin could have sent, by a form or a script."""
    if headers.get("origin") != f"http://{headers.get('host')}":
        return _no(403, "Only the page itself may act here.")
    if headers.get("content-type", "").partition(";")[0] != "application/json":
        return _no(415, "Only JSON is taken.")
    return None


def _no(status: int, sentence: str) -> ASGIApp:
    return JSONResponse({"ok": False, "said": sentence}, status)
