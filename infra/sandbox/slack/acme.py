"""The workspace that every sandbox starts with."""

from infra.sandbox.slack.workspace import (
    Channel,
    SlackApp,
    Team,
    User,
    UserGroup,
    Workspace,
)

HOME = "T0ACME0001"
OTHER = "T0OTHER0001"
CHANNEL = "C0KMSALERT"
RESPONDERS = "S0KMSRESPO"
ADA, BO, EVE = "U0ADALOVE1", "U0BOLINDQ2", "U0EVEOTHER"
GUEST, SINGLE_GUEST, GONE = "U0GUESTRES", "U0SINGLEGU", "U0GONEAWAY"
ROBOT, STRANGER, REPRIEVE = "U0ROBOTBOT", "U0STRANGER", "U0REPRIEVE"
SCOPES = frozenset(
    {
        "channels:history",
        "channels:read",
        "chat:write",
        "groups:history",
        "groups:read",
        "usergroups:read",
        "users:read",
    }
)

PEOPLE = (
    User(id=ADA, name="ada", display_name="Ada", real_name="Ada Lovelace", team=HOME),
    User(id=BO, name="bo", display_name="Bo", real_name="Bo Lindqvist", team=HOME),
    User(id=EVE, name="eve", display_name="Eve", real_name="Eve Other", team=HOME),
    User(
        id=GUEST,
        name="guest",
        display_name="Gus",
        real_name="Gus Guest",
        team=HOME,
        restricted=True,
    ),
    User(
        id=SINGLE_GUEST,
        name="single",
        display_name="Sina",
        real_name="Sina Single",
        team=HOME,
        restricted=True,
        ultra_restricted=True,
    ),
    User(
        id=GONE,
        name="gone",
        display_name="Gil",
        real_name="Gil Gone",
        team=HOME,
        deleted=True,
    ),
    User(
        id=ROBOT,
        name="robot",
        display_name="Robot",
        real_name="Robot",
        team=HOME,
        bot=True,
    ),
    User(
        id=STRANGER,
        name="stranger",
        display_name="Stan",
        real_name="Stan Stranger",
        team=OTHER,
        stranger=True,
    ),
    User(
        id=REPRIEVE,
        name="reprieve",
        display_name="Reprieve",
        real_name="Reprieve",
        team=HOME,
        bot=True,
    ),
)

REPRIEVE_APP = SlackApp(
    id="A0REPRIEVE",
    name="Reprieve",
    bot_user=REPRIEVE,
    bot_id="B0REPRIEVE",
    token="xoxb-sandbox-token",
    signing_secret="sandbox-signing-secret",
    scopes=SCOPES,
)

ALERTS = Channel(
    id=CHANNEL,
    name="kms-alerts",
    members=frozenset(user.id for user in PEOPLE if not user.deleted),
)

ACME = Workspace(
    team=Team(id=HOME, name="Acme", domain="acme"),
    app=REPRIEVE_APP,
    users={user.id: user for user in PEOPLE},
    channels={CHANNEL: ALERTS},
    groups={
        RESPONDERS: UserGroup(id=RESPONDERS, handle="kms-responders", users=(ADA, BO))
    },
)
