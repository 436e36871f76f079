"""Whether Slack lets Reprieve in, post where it should, and see who presses."""

from collections.abc import Iterator

from chalice_app.domain.watcher.finding import Finding, fatal, ok, warning, wrong

# One is for public channels, the other for private ones.
_HISTORY = frozenset({"channels:history", "groups:history"})
# For a user group of responders, and for this command to look at the channel.
_OPTIONAL = frozenset({"channels:read", "groups:read", "usergroups:read"})


def judged_token(token: str, secret: str, stage: str) -> Finding:
    if not token:
        return fatal("token_empty", secret=secret, stage=stage)
    # The end of a line cannot be printed, and came with a paste.
    whole = token.isascii() and token.isprintable() and " " not in token
    if not whole or not token.startswith("xoxb-"):
        return fatal("token_shape", secret=secret, stage=stage)
    return ok("token_filled", secret=secret)


def judged_signing_secret(text: str, secret: str, stage: str) -> Finding:
    if not text:
        return wrong("signing_secret_empty", secret=secret, stage=stage)
    if " " in text or not text.isprintable():
        return wrong("signing_secret_shape", secret=secret, stage=stage)
    return ok("signing_secret_filled", secret=secret)


def judged_scopes(held: frozenset[str], needed: frozenset[str]) -> Iterator[Finding]:
    """Judge what the token may; of the two scopes for history one is enough."""
    missing = needed - held
    spared = _OPTIONAL | (_HISTORY if _HISTORY & held else frozenset())
    for scopes, say, name in (
        (missing - spared, wrong, "scopes_missing"),
        (missing & spared, warning, "scopes_fewer"),
        (held - needed, warning, "scopes_more"),
    ):
        if scopes:
            yield say(name, scopes=", ".join(sorted(scopes)))
    if held == needed:
        yield ok("scopes_right", scopes=", ".join(sorted(held)))
