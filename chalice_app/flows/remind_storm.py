"""Story: the sweep reminds people of the keys of a storm, once for all of an hour."""

from functools import partial

from chalice_app.domain.case_parts import Place
from chalice_app.domain.reminder import Sent
from chalice_app.domain.storm_reminder import StormDue
from chalice_app.errors import ChatRefusedError
from chalice_app.flows.case_link import link_to
from chalice_app.flows.each import each
from chalice_app.flows.post_once import post_once
from chalice_app.ports import Json, Tools
from chalice_app.views import storm_reminder


def remind_storm(storm: StormDue, tools: Tools) -> None:
    """Send it, each way once; a storm without a message yet is told of on its own."""
    sent = tools.reminders.begin(storm.reminder, checked=storm.checked)
    if sent.place and sent.notified:
        return
    digest = tools.digests.get(storm.reminder.case_id)
    thread = digest.place if digest else None
    each(
        partial(_post, storm, sent, thread, tools),
        partial(_notify, storm, sent, thread, tools),
    )


def _post(storm: StormDue, sent: Sent, thread: Place | None, tools: Tools) -> None:
    if sent.place:
        return
    owners = tools.settings.owner_group
    text = storm_reminder.in_slack(storm, sent, owners, tools.words)
    post = partial(_send, {"text": text}, sent.id, thread, tools)
    posted = post_once(sent, tools.reminders, tools.chat, post)
    tools.reminders.placed(sent.id, posted.places[0])


def _send(message: Json, sent_id: str, thread: Place | None, tools: Tools) -> Place:
    """Post it on its own where somebody has deleted the storm's message."""
    try:
        return tools.chat.remind(message, sent_id, thread)
    except ChatRefusedError as refused:
        if thread is None or not refused.thread_is_gone:
            raise
        return tools.chat.remind(message, sent_id, None)


def _notify(storm: StormDue, sent: Sent, thread: Place | None, tools: Tools) -> None:
    if not sent.notified:
        link = link_to(thread, tools)
        told = storm_reminder.in_email(storm, sent, link, tools.words)
        tools.notices.send(*told)
        tools.reminders.notified(sent.id)
