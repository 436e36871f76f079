"""How what was found is told: to a person, in a terminal, and as JSON."""

from chalice_app.domain.watcher.finding import fatal, ok, warning, wrong
from infra.operator.doctor.examination import right
from infra.operator.doctor.finding import remedy, seen
from infra.operator.doctor.telling import as_facts
from tests.infra.operator.doctor.examined import check, examined, page


def test_what_builds_on_a_stopped_check_names_the_first_cause() -> None:
    missing = fatal("stack_missing", stack="reprieve-dev", stage="dev")
    checks = [
        check("stack", missing),
        check("rules", ok("roles_right"), needs=("stack",)),
        check("alerts", ok("roles_right"), needs=("rules",)),
    ]

    reports = examined(checks)

    assert [it.behind for it in reports] == [None, "stack", "stack"]
    assert page(reports).splitlines()[2:] == [
        'not checked  Because the check "stack" has failed: rules, alerts.',
        "",
        "Wrong: 1. Not checked: 2. Warnings: 0.",
    ]


def test_a_warning_is_right_and_said() -> None:
    reports = examined([check("responders", warning("responders_nobody"))])

    assert right(reports)
    assert page(reports).endswith("Nothing is wrong. Warnings: 1.")


def test_json_says_the_same() -> None:
    reports = examined([check("responders", warning("responders_nobody"))])
    [finding] = reports[0].findings

    assert as_facts("dev", reports) == {
        "stage": "dev",
        "right": True,
        "findings": [
            {
                "check": "responders",
                "verdict": "warning",
                "finding": "responders_nobody",
                "seen": seen(finding),
                "remedy": remedy(finding),
            }
        ],
    }


def test_strangers_text_cannot_steer_the_terminal() -> None:
    hostile = wrong("alarm_rings", alarm="a", why="\x1b[2J\u202e")

    told = page(examined([check("alarms", hostile)]))

    assert "\x1b" not in told
    assert "\u202e" not in told
