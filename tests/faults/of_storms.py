"""What can go wrong while the one message of a storm is drawn."""

from tests.faults.row import Row

_TESTS = "tests/flows/test_storm_failures.py"

STORMS = (
    Row(
        fault="Lambda is killed while it draws a storm",
        test=f"{_TESTS}::test_every_key_is_told_wherever_the_consumer_died",
        file="flows/show_digest.py",
        right="            mark_digest(digest_id, tools)\n",
        wrong="            str(digest_id)\n",
    ),
    Row(
        fault="Two workers get one order to draw a storm",
        test=f"{_TESTS}::test_two_workers_with_one_order_do_not_both_speak",
        file="adapters/digest_table.py",
        right="update(key, values, free & unchanged,",
        wrong="update(key, values, unchanged,",
    ),
    Row(
        fault="An order to draw a storm is never sent, or lost",
        test=f"{_TESTS}::test_a_mark_whose_order_was_never_sent_is_made_anew",
        file="adapters/digest_table.py",
        right="now < _due_at(head) + LATE):",
        wrong="now):",
    ),
    Row(
        fault="Slack limits the rate of a storm (429)",
        test=f"{_TESTS}::test_slacks_retry_after_is_kept_for_a_storm",
        file="flows/show_digest.py",
        right="pause = max(pause_after(attempt), error.after or 0)",
        wrong="pause = pause_after(attempt)",
    ),
    Row(
        fault="Somebody deletes the message of a storm by hand",
        test=f"{_TESTS}::test_what_somebody_deleted_of_a_storm_is_posted_anew",
        file="flows/draw_digest.py",
        right="        if not refused.message_is_gone:\n",
        wrong="        if refused.code:\n",
    ),
)
