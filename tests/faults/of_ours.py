"""Workers that die or overtake one another, and what should not have come."""

from tests.faults.row import Row

OURS = (
    Row(
        fault="Lambda is killed after Slack took the alert",
        test="tests/flows/test_alert_crashes.py::test_one_message_wherever_the_worker_died",
        file="flows/post_once.py",
        right="if right.look_first else ()",
        wrong="if right is None else ()",
    ),
    Row(
        fault="Lambda is killed at any other step of a press",
        test="tests/flows/test_press_crashes.py::test_it_is_finished_and_told_once",
        file="flows/tell_outcome.py",
        right="    if step not in entry.done:\n",
        wrong="    if entry.id:\n",
    ),
    Row(
        fault="Lambda is killed after Slack took a reminder",
        test="tests/flows/test_remind_ways.py::test_a_worker_that_dies_anywhere_leaves_one_message",
        file="flows/remind.py",
        right="    if sent.place:\n",
        wrong="    if sent is None:\n",
    ),
    Row(
        fault="Somebody saves the key before a dead worker's reminder is noted",
        test="tests/flows/test_remind_ways.py::test_whoever_saves_the_key_withdraws_what_a_dead_worker_has_posted",
        file="flows/renew_reminder.py",
        right="    places = dict.fromkeys(messages_of(sent, tools.chat))\n",
        wrong="    places = dict.fromkeys(messages_of(sent, tools.chat)[:0])\n",
    ),
    Row(
        fault="Two responders press at the same time",
        test="tests/flows/test_leases.py::test_two_people_at_once_are_one_rescue",
        file="adapters/case_rights.py",
        right='            free | Attr("lease_press").eq(press_id),\n',
        wrong='            free | Attr("pk").exists(),\n',
    ),
    Row(
        fault="The worker that holds the lease to act is dead",
        test="tests/flows/test_leases.py::test_a_lease_ends_by_itself",
        file="adapters/case_rights.py",
        right='free = Attr("lease_press").not_exists() | lapsed',
        wrong='free = Attr("lease_press").not_exists()',
    ),
    Row(
        fault="A second look cannot be carried out at all",
        test="tests/flows/test_second_look.py::test_a_look_that_fails_comes_again_and_at_last_leaves_it_to_the_sweep",
        file="flows/second_look.py",
        right="if attempt < ATTEMPTS:",
        wrong="if attempt:",
    ),
    Row(
        fault="The document on the topic cannot be read",
        test="tests/flows/test_open_case.py::test_what_cannot_be_read_is_an_alert_itself",
        file="flows/open_case.py",
        right='        _show(tools.cases.record_unreadable(found, note["MessageId"]), tools)\n',
        wrong="        str(found)\n",
    ),
    Row(
        fault="Outside text holds markup, mentions or invisible signs",
        test="tests/views/test_slack_text.py::test_a_code_span_says_the_text_and_nothing_else",
        file="views/slack_text.py",
        right='shown = clean((text or "").replace("`", "\'"), most)',
        wrong='shown = text or ""',
    ),
    Row(
        fault="Somebody puts an unsigned or changed press on the queue",
        test="tests/flows/test_read_press.py::test_a_changed_part_is_refused",
        file="flows/read_press.py",
        right='if not signatures.verify(body, timestamp, str(sealed["signature"]), sent_at):',
        wrong="if signatures is None:",
    ),
    Row(
        fault="One step of the sweep fails",
        test="tests/flows/test_sweep.py::test_one_case_that_fails_stops_no_other_and_is_not_hidden",
        file="flows/sweep.py",
        right="    if met:\n        raise TryAgainError",
        wrong="    if met is None:\n        raise TryAgainError",
    ),
    Row(
        fault="The Slack token is changed or revoked while containers live",
        test="tests/adapters/test_changed_token.py::test_a_post_goes_through_with_the_new_token",
        file="adapters/slack_client.py",
        right="        return self.token != before\n",
        wrong="        return self.token is None\n",
    ),
    Row(
        fault="The signing secret is changed while a press is in the queue",
        test="tests/adapters/test_changed_secrets.py::test_a_press_on_its_way_while_the_secret_changed_is_taken",
        file="adapters/secrets.py",
        right="        if previous and signed_at <= current",
        wrong="        if previous is None and signed_at <= current",
    ),
    Row(
        fault="Secrets Manager does not answer when a signature is to be checked",
        test="tests/adapters/test_messages_of_aws.py::test_secrets_manager_that_refuses_is_tried_again",
        file="adapters/secrets_manager.py",
        right='        except AwsJsonError as error:\n            raise TryAgainError(f"{part}: {error.code}") from error\n\n    def previous',
        wrong="        except OSError as error:\n            raise TryAgainError(str(error)) from error\n\n    def previous",
    ),
)
