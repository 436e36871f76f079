"""Outside text made harmless for Slack: escaped, capped, no invisible signs."""

import unicodedata
from datetime import UTC, datetime, timedelta
from typing import NewType

Mrkdwn = NewType("Mrkdwn", str)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

# Bidi and most zero-width signs are Cf. Unicode's other signs without a shape (its
# property Default_Ignorable_Code_Point) count as letters or marks: joiners, fillers,
# variation selectors.
_INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_SHAPELESS = (
    range(0x034F, 0x0350),
    range(0x115F, 0x1161),
    range(0x17B4, 0x17B6),
    range(0x180B, 0x1810),
    range(0x3164, 0x3165),
    range(0xFE00, 0xFE10),
    range(0xFFA0, 0xFFA1),
    range(0xE0100, 0xE01F0),
)
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))  # Slack's three, in its order


def clean(text: str, most: int = 200) -> str:
    """Drop what cannot be seen, fold white space, and cut after `most` characters."""
    seen = "".join(_visible(sign) for sign in text)
    folded = " ".join(seen.split())
    return folded if len(folded) <= most else folded[: most - 1] + "…"


def escape(text: str) -> Mrkdwn:
    """Escape as Slack asks; `*`, `_`, `~` and backticks have no escape."""
    for sign, entity in _ESCAPES:
        text = text.replace(sign, entity)
    return Mrkdwn(text)


def code(text: str | None, most: int = 200) -> Mrkdwn:
    """Show outside text as a code span, where nothing is markup."""
    shown = clean((text or "").replace("`", "'"), most)
    return Mrkdwn(f"`{escape(shown)}`") if shown else Mrkdwn("`-`")


def person(user_id: str) -> Mrkdwn:
    """Mention a person by the id that Slack itself sent."""
    return Mrkdwn(f"<@{clean(user_id, 40)}>")


def link(url: str, label: str) -> Mrkdwn:
    """Link to an address that Reprieve made."""
    return Mrkdwn(f"<{url}|{escape(label)}>")


def moment(at: datetime) -> Mrkdwn:
    """Show a time in the reader's own time zone; UTC where Slack cannot."""
    epoch = (at - _EPOCH) // timedelta(seconds=1)
    return Mrkdwn(f"<!date^{epoch}^{{date_short_pretty}} at {{time}}|{utc(at)}>")


def utc(at: datetime) -> str:
    """Write a time in UTC, for text that cannot follow the reader's zone."""
    at = at.astimezone(UTC)
    return f"{at.day} {at:%b} {at.year} {at:%H:%M} UTC"


def _visible(sign: str) -> str:
    if sign.isspace():
        return " "
    shapeless = any(ord(sign) in these for these in _SHAPELESS)
    return "" if shapeless or unicodedata.category(sign) in _INVISIBLE else sign
