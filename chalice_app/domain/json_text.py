"""JSON text from anywhere, parsed or refused with the reason."""

import json
from typing import NoReturn

from chalice_app.domain.unreadable import UnreadableEventError

# SNS carries 256 KiB at most, a CloudTrail record a little more.
LONGEST = 1_000_000


def parse_json(text: str | bytes) -> object:
    if len(text) > LONGEST:
        raise UnreadableEventError(f"The text is longer than {LONGEST:,} characters.")
    try:
        parsed: object = json.loads(_decoded(text), parse_constant=_refuse)
    except UnicodeError as error:
        raise UnreadableEventError("The text is not UTF-8.") from error
    except ValueError as error:
        raise UnreadableEventError("The text is not JSON.") from error
    except RecursionError as error:
        raise UnreadableEventError("The JSON is nested too deeply.") from error
    return parsed


def _decoded(text: str | bytes) -> str:
    if isinstance(text, bytes):
        text = text.decode()
    # Some editors begin a file with a byte order mark, which is not JSON.
    return text.removeprefix("\ufeff")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON.")
