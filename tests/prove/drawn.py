"""What histories are drawn from."""

from hypothesis import strategies as st

from chalice_app.domain.key import KeyState
from infra.sandbox.slack import acme
from tests.fakes.places import KEY
from tests.prove.outside import OTHER_KEY
from tests.prove.reviewing import MOST, Choice

LEADS_TO = {
    "DisableKey": KeyState.DISABLED,
    "ScheduleKeyDeletion": KeyState.PENDING_DELETION,
    "EnableKey": KeyState.ENABLED,
    "CancelKeyDeletion": KeyState.DISABLED,
    "PutKeyPolicy": None,
}
# What most histories are made of comes more often than the rest.
ACTS = st.sampled_from(
    ["ScheduleKeyDeletion", "ScheduleKeyDeletion", "DisableKey", *LEADS_TO]
)
HARMS = st.sampled_from(["ScheduleKeyDeletion", "DisableKey"])
STORM_KEYS = [KEY.replace("3f6c", f"{number}a6c") for number in range(6)]
KEYS = st.sampled_from([KEY, KEY, KEY, OTHER_KEY])
WAITS = st.sampled_from([3, 50, 100, 200, 400, 3600])
USERS = st.sampled_from([acme.ADA, acme.ADA, acme.BO, acme.EVE, acme.GUEST])
JUMPS = st.sampled_from([12, 24, 48, 72, 120])  # hours
WHICH = st.integers(0, 3)
OFTEN = st.sampled_from([True, True, True, False])
SOMETIMES = st.sampled_from([False, False, False, True])
MOSTLY_ADA = st.sampled_from([acme.ADA] * 4 + [acme.BO, acme.EVE])
CHOICES = st.builds(
    Choice,
    remedy=st.sampled_from([*MOST]),
    left_out=st.integers(0, 2),
    wrong_by=st.sampled_from([0, 0, 0, 1]),
)
