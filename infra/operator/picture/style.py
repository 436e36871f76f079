"""The style of the sandbox's page, as one text with its drawing inside."""

import base64
from pathlib import Path

from infra.sandbox.page.app import STATIC

_SHEETS = ("page.css", "message.css", "panes.css")
_DRAWING = "reprieve.svg"
_OWN = Path(__file__).with_name("frame.css")


def style() -> str:
    sheets = [STATIC / name for name in _SHEETS]
    whole = "\n".join(it.read_text(encoding="utf-8") for it in [*sheets, _OWN])
    drawing = base64.b64encode((STATIC / _DRAWING).read_bytes()).decode()
    return whole.replace(f"/static/{_DRAWING}", f"data:image/svg+xml;base64,{drawing}")
