"""When a key dies, as far as anybody has said."""

from datetime import datetime

from chalice_app.domain.case import Case


def dies_at(case: Case) -> datetime | None:
    """Take KMS's own date before CloudTrail's, unless the event is the younger one."""
    trouble, reading = case.trouble, case.reading
    by_event = trouble.deletion_date if trouble else None
    by_kms = reading.deletion_date if reading else None
    if trouble and reading and reading.read_at < trouble.occurred_at:
        return by_event or by_kms
    return by_kms or by_event
