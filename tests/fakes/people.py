"""Slack's people as Reprieve reads them."""

from chalice_app.domain.responder import Person
from infra.sandbox.slack.workspace import User


def person_of(user: User) -> Person:
    return Person(
        id=user.id,
        team=user.team,
        bot=user.bot,
        deleted=user.deleted,
        guest=user.restricted or user.ultra_restricted,
        stranger=user.stranger,
    )
