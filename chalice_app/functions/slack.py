"""Door: Slack's signed requests; opens a modal or hands the press to the queue."""

import os

from chalice import Blueprint, Response
from chalice.app import Request

bp = Blueprint(__name__)

if "AWS_LAMBDA_FUNCTION_NAME" in os.environ:  # in Lambda's init phase, at full speed
    from chalice_app.wiring import door  # noqa: F401

# A time in seconds has ten digits; int() refuses more than 4,300 with an error.
_TIMESTAMP_MOST = 16
# Bolt skips its listener's acknowledgement if a header says so, and Slack's signature
# does not cover headers (slack_bolt/listener/thread_runner.py).
_LAZY = "x-slack-bolt-lazy"


@bp.route(
    "/slack/events",
    methods=["POST"],
    content_types=["application/x-www-form-urlencoded", "application/json"],
)
def events() -> Response:
    body = _readable(bp.current_request)
    if body is None:
        return Response("", status_code=401)
    return _dispatch(bp.current_request, body)


def _readable(request: Request) -> str | None:
    """Refuse before Bolt what Bolt would obey, or fail on with a traceback."""
    timestamp = request.headers.get("x-slack-request-timestamp", "")
    signature = request.headers.get("x-slack-signature", "")
    if not (timestamp + signature).isascii() or not timestamp.isdigit():
        return None
    if len(timestamp) > _TIMESTAMP_MOST:
        return None
    if any(name.lower().startswith(_LAZY) for name in request.headers):
        return None
    raw = request.raw_body
    try:
        return raw if isinstance(raw, str) else raw.decode()
    except UnicodeDecodeError:
        return None


def _dispatch(request: Request, body: str) -> Response:
    from slack_bolt.request import BoltRequest

    from chalice_app.wiring.door import slack_app, slack_signatures

    headers_in = dict(request.headers)
    # Bolt parses the body before it checks the signature, and fails on what is no JSON.
    secret = slack_signatures().secret_of(body, headers_in)
    if secret is None:
        return Response("", status_code=401)
    own_arn = str(vars(request)["lambda_context"].invoked_function_arn)
    asked = BoltRequest(body=body, headers=headers_in)
    told = slack_app(own_arn, secret).dispatch(asked)
    headers: dict[str, str | list[str]] = dict(told.first_headers())
    return Response(told.body, headers=headers, status_code=told.status)
