"""The two kinds of text objects."""

from infra.sandbox.slack.rules import Flag, Form, Kinds, Line


def plain(most: int) -> Kinds:
    text = Form(required={"text": Line(most=most)}, optional={"emoji": Flag()})
    return Kinds(forms={"plain_text": text})


def either(most: int) -> Kinds:
    marked = Form(required={"text": Line(most=most)}, optional={"verbatim": Flag()})
    return Kinds(forms={**plain(most).forms, "mrkdwn": marked})
