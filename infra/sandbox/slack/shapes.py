"""The loose shapes that arrive from outside as JSON."""

from typing import Any

JsonObject = dict[str, Any]
