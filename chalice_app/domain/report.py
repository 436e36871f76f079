"""A report: one message and one e-mail about many keys, which nobody acts on here."""

from dataclasses import dataclass
from datetime import datetime

from chalice_app.domain.case_parts import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """`noticed`: the e-mail has been sent."""

    id: str
    began_at: datetime  # the table's, in whole seconds
    place: Place | None = None
    noticed: bool = False
