"""How to get the two tokens, for whoever has none yet."""

from infra.sandbox.socket_mode.manifest import BOT, manifest

_TEXT = """\
{lacking}

With both tokens, the sandbox posts into a channel of a real workspace. In two minutes:

1. https://api.slack.com/apps, "Create New App", "From a manifest", your workspace; as
   YAML paste what stands between the lines below. Then "Install to Workspace".
2. "OAuth & Permissions": the "Bot User OAuth Token" is SLACK_BOT_TOKEN (xoxb-…).
3. "Basic Information", "App-Level Tokens": generate one with the scope
   connections:write. It is SLACK_APP_TOKEN (xapp-…).
4. Make a channel for it, and write there: /invite @{bot}
   The channel's id (its name, "About", at the bottom) is SLACK_CHANNEL, your own (your
   profile, "⋮", "Copy member ID") is SLACK_RESPONDERS: who may press.

In bash or zsh, so that no token stands in the shell's history:

    read -rs SLACK_BOT_TOKEN; export SLACK_BOT_TOKEN
    read -rs SLACK_APP_TOKEN; export SLACK_APP_TOKEN
    make demo SLACK=1 SLACK_CHANNEL=C0123456789 SLACK_RESPONDERS=U0123456789

------------------------------------------------------------------------------
{manifest}------------------------------------------------------------------------------

Without SLACK=1 the demo needs none of this, and but for the installation
of packages nothing leaves this machine."""


def guide(lacking: str) -> str:
    return _TEXT.format(lacking=lacking, bot=BOT, manifest=manifest())
