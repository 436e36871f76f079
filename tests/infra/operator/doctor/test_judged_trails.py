"""Which trails tell EventBridge of the calls that Reprieve watches."""

from dataclasses import replace
from typing import Any

import pytest

from chalice_app.domain.watcher.trails import Trail, judged_trails
from infra.operator.doctor.finding import seen
from tests.infra.operator.doctor.told import told

REGION = "eu-west-1"
CALLS = ("DisableKey", "ScheduleKeyDeletion")


def basic(**how: Any) -> dict[str, Any]:
    return {"EventSelectors": [{"IncludeManagementEvents": True, **how}]}


def advanced(*selectors: dict[str, Any]) -> dict[str, Any]:
    """Write each selector as its fields, beside the category of its events."""
    return {
        "AdvancedEventSelectors": [
            {
                "FieldSelectors": [
                    {"Field": "eventCategory", "Equals": ["Management"]},
                    *({"Field": field, **how} for field, how in each.items()),
                ]
            }
            for each in selectors
        ]
    }


def judged(*trails: Trail) -> list[str]:
    return told(judged_trails(trails, CALLS, REGION))


def trail(selectors: dict[str, Any] | None = None, **how: Any) -> Trail:
    known: dict[str, Any] = {"here": True, "logging": True, **how}
    return Trail(name="all", selectors=selectors or basic(), **known)


KMS = {"Equals": ["kms.amazonaws.com"]}
NOT_KMS = {"NotEquals": ["kms.amazonaws.com"]}
WRITES = {"Equals": ["false"]}
LOUD = {"ExcludeManagementEventSources": []}
QUIET = {"ExcludeManagementEventSources": ["kms.amazonaws.com"]}
TELLING = [
    {"EventSelectors": [QUIET, LOUD]},
    basic(),
    basic(ReadWriteType="All", ExcludeManagementEventSources=[]),
    basic(ReadWriteType="WriteOnly"),
    basic(ExcludeManagementEventSources=["rdsdata.amazonaws.com"]),
    {"EventSelectors": [{}]},  # AWS's defaults
    advanced({}),
    advanced({"readOnly": WRITES}),
    advanced({"eventSource": KMS}),
    advanced({"eventSource": {"StartsWith": ["kms."], "EndsWith": [".com"]}}),
    advanced({"eventSource": NOT_KMS}, {"eventName": {"Equals": list(CALLS)}}),
    advanced({"eventName": {"NotStartsWith": ["Get", "List"]}}),
    advanced({"eventName": {"Equals": [CALLS[0]]}}, {"eventName": {"Equals": CALLS}}),
]
SILENT = [
    (basic(IncludeManagementEvents=False), "trail_no_management"),
    ({"EventSelectors": []}, "trail_no_management"),
    (basic(ReadWriteType="ReadOnly"), "trail_reads_only"),
    (basic(**QUIET), "trail_excludes_kms"),
    (advanced({"eventSource": NOT_KMS}), "trail_leaves_out"),
    (advanced({"readOnly": {"Equals": ["true"]}}), "trail_leaves_out"),
    (advanced({"eventCategory": {"Equals": ["Data"]}}), "trail_leaves_out"),
    (advanced({"eventName": {"Equals": ["DisableKey"]}}), "trail_leaves_out"),
    (advanced({"eventName": {"NotEndsWith": ["Deletion"]}}), "trail_leaves_out"),
    (advanced({"userIdentity.arn": {"NotEquals": ["x"]}}), "trail_leaves_out"),
    ({"AdvancedEventSelectors": []}, "trail_leaves_out"),
]


@pytest.mark.parametrize("selectors", TELLING)
def test_a_trail_with_write_management_events_is_enough(
    selectors: dict[str, Any],
) -> None:
    assert judged(trail(selectors)) == ["trail_tells"]


@pytest.mark.parametrize(("selectors", "name"), SILENT)
def test_a_trail_that_leaves_kms_out_is_named(
    selectors: dict[str, Any], name: str
) -> None:
    assert judged(trail(selectors)) == [name]


def test_what_is_left_out_is_named() -> None:
    selectors = advanced({"eventName": {"Equals": ["DisableKey"]}})

    [found] = judged_trails([trail(selectors)], CALLS, REGION)

    assert "may leave out: ScheduleKeyDeletion." in seen(found)


def test_a_trail_of_another_region_is_none() -> None:
    assert judged() == ["trail_missing"]
    assert judged(trail(here=False)) == ["trail_missing"]


def test_a_trail_must_be_logging() -> None:
    assert judged(trail(logging=False)) == ["trail_stopped"]


def test_one_good_trail_makes_up_for_the_others() -> None:
    bad = Trail(name="bad", here=True, logging=False, selectors=basic())

    assert judged(bad, trail()) == ["trail_tells"]


def test_a_trail_that_may_not_be_looked_at_is_not_called_wrong() -> None:
    hidden = Trail(name="organization", here=True, refused="AccessDenied")
    half = replace(hidden, logging=True)

    assert judged(hidden) == ["trail_refused"]
    assert judged(half) == ["trail_unseen"]
    assert judged(replace(half, logging=False)) == ["trail_stopped"]
    assert judged(hidden, trail()) == ["trail_tells"]
    assert judged(half, trail(logging=False)) == ["trail_unseen"]
