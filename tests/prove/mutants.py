"""Mistakes that somebody could make, kept so that the proof is known to see them."""

from tests.prove.mutant import Mutant
from tests.prove.mutants_of_reminders import MUTANTS_OF_REMINDERS

MUTANTS = (
    Mutant(
        mistake="the event id means done",
        file="adapters/case_table.py",
        right='return self.get(seen["case_id"])',
        wrong="return None",
    ),
    Mutant(
        mistake="no look-up of an orphan",
        file="flows/post_once.py",
        right="if right.look_first else ()",
        wrong="if not right else ()",
    ),
    Mutant(
        mistake="close on a stale read",
        file="domain/key.py",
        right="return self.read_at - since >= SETTLES_IN",
        wrong="return self.read_at >= since",
    ),
    Mutant(
        mistake="say before the proof",
        file="flows/attempt.py",
        right="if not (proves(asked, reading.state) or there):",
        wrong="if not (asked or there):",
    ),
    Mutant(
        mistake="a lease to act that never ends",
        file="adapters/case_rights.py",
        right='free = Attr("lease_press").not_exists() | lapsed',
        wrong='free = Attr("lease_press").not_exists()',
    ),
    Mutant(
        mistake="a lease to post that never ends",
        file="domain/posting.py",
        right="if now < lease.until:",
        wrong="if lease.until:",
    ),
    Mutant(
        mistake="update without re-reading",
        file="flows/show_case.py",
        right="""            tools.rights.shown(case.id, drawn)
        case = _read(case_id, tools)
""",
        wrong="""            tools.rights.shown(case.id, drawn)
            return case
        case = _read(case_id, tools)
""",
    ),
    Mutant(
        mistake="an answer dropped",
        file="flows/restore.py",
        right='answer(press, case, tools.words.say("answer.being_done"), tools)',
        wrong='tools.words.say("answer.being_done")',
    ),
    Mutant(
        mistake="a redelivery acts again after the proof",
        file="flows/restore.py",
        right="if not _resumed(press, case, tools):",
        wrong="if press.id:",
    ),
    Mutant(
        mistake="a redrive that acts: a press of long ago is carried out",
        file="flows/press.py",
        right="elif not timely(press):",
        wrong="elif press is None:",
    ),
    Mutant(
        mistake="anybody may press",
        file="flows/press.py",
        right="if why is not Standing.MAY_PRESS:",
        wrong="if why is None:",
    ),
    Mutant(
        mistake="a second message is left as it is",
        file="flows/fold.py",
        right="    tools.chat.update(extra, folded(",
        wrong="    str(extra) or tools.chat.update(extra, folded(",
    ),
    Mutant(
        mistake="what no event announced is not looked for",
        file="flows/take_keys.py",
        right="KeyState.PENDING_DELETION: _open,",
        wrong="KeyState.PENDING_DELETION: lambda *_: ONE,",
    ),
    Mutant(
        mistake="a stale reading takes a proof back",
        file="domain/case.py",
        right="if before and _takes_back(case, before, reading):",
        wrong="if before is case:",
    ),
    Mutant(
        mistake="the request is logged",
        file="flows/press.py",
        right="    press = read_press(record, tools.signatures)\n",
        wrong="    press = read_press(record, tools.signatures)\n"
        "    __import__('logging').warning('%s', press)\n",
    ),
    Mutant(
        mistake="two consumers speak of one storm",
        file="adapters/digest_table.py",
        right="update(key, values, free & unchanged,",
        wrong="update(key, values, unchanged,",
    ),
    Mutant(
        mistake="a mark whose order was never sent stays for ever",
        file="adapters/digest_table.py",
        right='if head is None or ("due_at" in head and now < _due_at(head) + LATE):',
        wrong='if head is None or "due_at" in head:',
    ),
    Mutant(
        mistake="a change of a case is not told to its storm",
        file="flows/show_case.py",
        right="        if case.shown_version < case.version:\n            mark_digest",
        wrong="        if case.shown_version == 0:\n            mark_digest",
    ),
    Mutant(
        mistake="any number restores what is listed",
        file="flows/review.py",
        right="    if form.fault or len(chosen) != form.chosen:\n",
        wrong="    if form.fault and len(chosen) != form.chosen:\n",
    ),
    *MUTANTS_OF_REMINDERS,
)
