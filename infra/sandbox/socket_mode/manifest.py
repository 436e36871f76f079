"""The manifest of a Slack app for the sandbox: the product's own, in Socket Mode."""

from pathlib import Path
from typing import Any

import yaml

_PRODUCT = Path(__file__).parents[2] / "slack_manifest.yaml"
_NAME = "Reprieve sandbox"
BOT = "reprieve-sandbox"  # what people write behind the @


def manifest() -> str:
    """Change what Socket Mode needs: it takes presses without a request URL."""
    product = yaml.safe_load(_PRODUCT.read_text(encoding="utf-8"))
    changes = {
        "display_information": {"name": _NAME},
        "features": {"bot_user": {"display_name": BOT}},
        "settings": {
            "interactivity": {"is_enabled": True},
            "socket_mode_enabled": True,
        },
    }
    document: str = yaml.safe_dump(_laid(product, changes), sort_keys=False, width=100)
    return document


def _laid(document: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    laid = {
        name: _laid(document[name], new) if isinstance(new, dict) else new
        for name, new in changes.items()
    }
    return {**document, **laid}
