"""Faults of Slack."""

from tests.faults.row import Row

SLACK = (
    Row(
        fault="Slack limits the rate of an alert (429)",
        test="tests/flows/test_open_case.py::test_when_slack_limits_the_rate_a_look_is_ordered_for_when_it_may_post",
        file="flows/open_case.py",
        right="tools.looks.order(case.id, 0, error.after or PAUSES[0])",
        wrong="str(error.after or PAUSES[0])",
    ),
    Row(
        fault="Slack limits the rate while a press is told (429)",
        test="tests/flows/test_trying_again.py::test_slacks_retry_after_is_kept",
        file="flows/press.py",
        right="max(pause_after(press.attempt), error.after or 0)",
        wrong="pause_after(press.attempt)",
    ),
    Row(
        fault="Slack answers 5xx or internal_error",
        test="tests/adapters/test_slack_failures.py::test_no_clear_answer_is_tried_again",
        file="adapters/slack_api.py",
        right="if code in _PASSING or error.response.status_code >= BUSY:",
        wrong="if code is None:",
    ),
    Row(
        fault="Slack times out, or the connection breaks",
        test="tests/adapters/test_slack_failures.py::test_no_clear_answer_is_tried_again",
        file="adapters/slack_api.py",
        right="except (OSError, HTTPException, SlackRequestError) as error:",
        wrong="except SlackRequestError as error:",
    ),
    Row(
        fault="Slack takes the alert, and its answer is lost",
        test="tests/flows/test_open_case.py::test_nobody_posts_while_a_post_is_under_way_and_then_they_look_first",
        file="domain/posting.py",
        right="if now < lease.until:",
        wrong="if now is None:",
    ),
    Row(
        fault="The bot is not in the channel, the channel is archived, the token revoked",
        test="tests/flows/test_open_case.py::test_what_slack_has_refused_is_posted_as_soon_as_it_can_be",
        file="flows/post_once.py",
        right="            rights.give_back(begun.id, right)\n",
        wrong="            str(right)\n",
    ),
    Row(
        fault="Somebody deletes the alert by hand",
        test="tests/flows/test_one_message.py::test_a_message_that_somebody_deleted_is_posted_anew",
        file="flows/show_case.py",
        right="if not refused.message_is_gone:",
        wrong="if refused.code:",
    ),
    Row(
        fault="The trigger of a dialog runs out (expired_trigger_id)",
        test="tests/adapters/test_bolt_dialog.py::test_a_trigger_that_ran_out_is_answered",
        file="adapters/bolt_modals.py",
        right='_LATE = frozenset({"expired_trigger_id", "exchanged_trigger_id"})',
        wrong="_LATE: frozenset[str] = frozenset()",
    ),
    Row(
        fault="Slack takes no private answer from this person",
        test="tests/flows/test_trying_again.py::test_who_cannot_be_answered_privately_is_answered_by_name",
        file="flows/answer.py",
        right="if place is None:",
        wrong="if place:",
    ),
    Row(
        fault="Slack refuses to rewrite the alert after a press",
        test="tests/flows/test_meanwhile.py::test_the_outcome_does_not_wait_for_the_channel",
        file="flows/each.py",
        right="    try:\n        step()\n    except (TryAgainError, ChatRefusedError) as error:",
        wrong="    try:\n        step()\n    except TryAgainError as error:",
    ),
    Row(
        fault="Two rewrites reach Slack in the wrong order",
        test="tests/flows/test_sweep.py::test_it_repaints_what_slack_may_have_in_the_wrong_order",
        file="flows/sweep.py",
        right="show(case_id, tools, repaint=True)",
        wrong="show(case_id, tools)",
    ),
    Row(
        fault="A case has two messages",
        test="tests/flows/test_sweep.py::test_the_second_message_of_a_case_becomes_one_line",
        file="flows/sweep.py",
        right="            fold(case, extra, case.place, tools)\n",
        wrong="            str(extra)\n",
    ),
    Row(
        fault="The dialog cannot be opened because Slack is silent",
        test="tests/adapters/test_bolt_dialog.py::test_a_slack_that_cannot_be_reached_is_answered_too",
        file="adapters/bolt_modals.py",
        right="    except OSError:\n",
        wrong="    except MemoryError:\n",
    ),
)
