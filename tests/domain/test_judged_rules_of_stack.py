"""Whether the rules of the stack are there, enabled, and aim at the topic."""

import pytest

from chalice_app.domain.watcher.rules import judged_rules

STACK = {"Disabled": "reprieve-dev-Disabled-1A", "Drill": "reprieve-dev-Drill-2B"}
WELL = dict.fromkeys(STACK.values(), "ENABLED")
AIMED = tuple(STACK.values())
DRILL = STACK["Drill"]


@pytest.mark.parametrize(
    ("states", "aimed", "names"),
    [
        (WELL, AIMED, ["rules_right"]),
        ({**WELL, DRILL: "DISABLED"}, AIMED, ["rule_disabled"]),
        (WELL, AIMED[:1], ["rule_target"]),
        ({**WELL, DRILL: "DISABLED"}, AIMED[:1], ["rule_disabled", "rule_target"]),
        ({AIMED[0]: "ENABLED"}, AIMED[:1], ["rule_missing"]),
    ],
)
def test_what_is_wrong_with_a_rule_is_named(
    states: dict[str, str], aimed: tuple[str, ...], names: list[str]
) -> None:
    assert [it.name for it in judged_rules(STACK, states, aimed, "topic")] == names


def test_a_rule_that_hears_every_management_event_is_enabled() -> None:
    states = dict.fromkeys(AIMED, "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS")

    [found] = judged_rules(STACK, states, AIMED, "topic")

    assert found.values["count"] == 2
