"""Story: how a key is set up is kept when its case opens, as evidence."""

import logging

from chalice_app.domain.case import Case
from chalice_app.domain.phase import has_key_to_ask, is_over
from chalice_app.errors import KmsSilentError
from chalice_app.ports import Tools

log = logging.getLogger(__name__)


def remember(case: Case, tools: Tools) -> None:
    """Keep it once; where KMS is silent now, the next sweep asks again."""
    asks = has_key_to_ask(case) and not is_over(case)
    if not asks or tools.befores.kept(case.id):
        return
    try:
        tools.befores.keep(case.id, tools.keys.look_around(case.subject))
    except KmsSilentError as error:
        about = {"case": case.id}
        log.warning("policy and grants are not kept yet: %s", error, extra=about)
