"""Where things stand on the page, found as people find them: by name."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page


@dataclass(frozen=True, slots=True)
class Places:
    page: Page
    alias: str

    @property
    def act_as(self) -> Locator:
        return self._region("KMS console").get_by_label("Act as")

    @property
    def row(self) -> Locator:
        rows = self._region("KMS console").get_by_role("row")
        return rows.filter(has_text=self.alias)

    @property
    def alert(self) -> Locator:
        messages = self._region("Slack").locator("#messages > li")
        return messages.filter(has=self.page.get_by_role("heading", name=self.alias))

    @property
    def menu(self) -> Locator:
        return self.alert.locator("summary").filter(has_text="Remind me later")

    @property
    def reminder(self) -> Locator:
        """Give the message of a reminder that stands on its own."""
        lasting = self.page.get_by_role("heading", name=re.compile(r"left: "))
        return self._region("Slack").locator("#messages > li").filter(has=lasting)

    @property
    def past_reminders(self) -> Locator:
        return self._region("Slack").get_by_text("This reminder is over.")

    @property
    def reminder_mails(self) -> Locator:
        return self.mailbox.get_by_text(re.compile(r"\[Reprieve\] Less than .* left: "))

    @property
    def thread(self) -> Locator:
        return self.alert.locator(".replies")

    @property
    def answers(self) -> Locator:
        return (
            self._region("Slack")
            .get_by_role("article")
            .filter(has_text="Only visible to you")
        )

    @property
    def mailbox(self) -> Locator:
        return self._region("Mailbox")

    @property
    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog")

    @property
    def days(self) -> Locator:
        return self.dialog.get_by_label("Waiting period")

    @property
    def reason(self) -> Locator:
        return self.dialog.get_by_label("Reason")

    def heading(self, text: str) -> Locator:
        return self.alert.get_by_role("heading", name=text)

    def mail(self, subject: str) -> Locator:
        mails = self.mailbox.get_by_role("listitem")
        return mails.filter(has_text=f"{subject}: {self.alias}").first

    def _region(self, name: str) -> Locator:
        return self.page.get_by_role("region", name=name)
