"""A stranger's text in a terminal."""

import json


def printable(text: str, *, kept: str = "\n") -> str:
    """Write as JSON escapes what could steer a terminal or turn its direction."""
    return "".join(
        sign if sign.isprintable() or sign in kept else json.dumps(sign)[1:-1]
        for sign in text
    )
