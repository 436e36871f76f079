"""How the story looks in a terminal."""

from infra.sandbox.narrator import Narrator, drawn_mail

MAIL = {
    "to": "security@acme.example",
    "at": "2026-11-24T06:23:59Z",
    "subject": "AWS Notification Message",
    "body": '{\n  "Key": "arn:aws:kms",\n  "event": {"version": "0"}\n}',
}


def test_an_e_mail_is_shown_with_its_headers_and_a_shortened_event() -> None:
    assert drawn_mail(MAIL, 60).split("\n") == [
        "To: security@acme.example",
        "Date: 2026-11-24T06:23:59Z",
        "Subject: AWS Notification Message",
        "",
        "{",
        '  "Key": "arn:aws:kms",',
        '  "event": { … 16 characters for machines … }',
        "}",
    ]


def test_what_strangers_write_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in drawn_mail({**MAIL, "body": "\x1b[2J"}, 60)


def test_a_verified_fact_names_people_and_is_counted() -> None:
    written: list[str] = []
    narrator = Narrator(written.append)

    narrator.verified("Only <@U0ADALOVE1> is answered.")

    assert written == ["✓ Only @Ada is answered."]
    assert narrator.verified_so_far == 1
