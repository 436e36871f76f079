"""Mistakes with reminders, kept so that the proof is known to see them."""

from tests.prove.mutant import Mutant

MUTANTS_OF_REMINDERS = (
    Mutant(
        mistake="the keys of a storm are not reminded of",
        file="flows/sweep.py",
        right="    for storm in together(swept.storms):\n",
        wrong="    for storm in ():\n",
    ),
    Mutant(
        mistake="a reminder is not written down",
        file="adapters/reminder_table.py",
        right="            self._table.write(put({",
        wrong="            dict(dict({",
    ),
    Mutant(
        mistake="a reminder's e-mail is noted before it is sent",
        file="flows/remind.py",
        right="        link = case_link(case, tools)\n",
        wrong="        tools.reminders.notified(sent.id)\n"
        "        link = case_link(case, tools)\n",
    ),
    Mutant(
        mistake="a reminder's e-mail is not noted",
        file="flows/remind.py",
        right="        tools.reminders.notified(sent.id)\n",
        wrong="",
    ),
    Mutant(
        mistake="a reminder that is over is left as it is",
        file="flows/renew_reminder.py",
        right="    for place in places:\n",
        wrong="    for place in ():\n",
    ),
)
