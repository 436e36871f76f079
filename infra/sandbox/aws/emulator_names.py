"""The names of the emulator that we replace or that it calls private, and why."""

from infra.sandbox.aws import emulator_names_of_cloudwatch, emulator_names_of_lambda

# module: {names: what to do when one of them is gone}
NAMES: dict[str, dict[tuple[str, ...], str]] = {
    "app": {
        ("_dispatch_service_request",): "find the function that authorises and carries "
        "out a call, and let bridge.py stand around it.",
        ("_get_reset_lock", "_reset_all_state"): "find how the emulator forgets "
        "everything, and call that in sandbox.py.",
        ("formatdate",): "find what writes the Date header, and point it at the "
        "clock in dates.py.",
        ("pin_request_origin",): "find what decides aws:SecureTransport, and make it "
        "true in transport.py.",
    },
    "core.iam_actions": {
        ("_kms_key_id_from_ciphertext",): "find how Decrypt names its key, and use "
        "that in kms_store.py.",
        ("access_denied_response", "extract_resource_arn"): "find where a call gets "
        "its resource and its refusal, and mend both in iam_rules.py.",
        ("extract_iam_action",): "find how IAM calls a call, and mend it there.",
    },
    "core.iam_evaluator": {
        ("_first_match", "_resolve_condition_key"): "see whether policy variables "
        "work by now; if not, fill them in iam_rules.py where statements are compared.",
        ("_gather_role_policies",): "find how a role's policies are read, and use that "
        "in function_roles.py.",
        ("evaluate",): "find what compares a call with all policies of its caller, and "
        "let used.py stand around it.",
        ("_request_origin",): "find what decides aws:SecureTransport, and make it true "
        "in transport.py.",
    },
    "core.lambda_runtime": emulator_names_of_lambda.NAMES_OF_WORKERS,
    "core.persistence": {
        ("_json_default", "_json_object_hook"): "find how the emulator spells its "
        "memory in JSON, and use that in durability.py.",
    },
    "services.apigateway_v1": {
        (
            "handle_request",
            "_import_path_item",
            "_import_rest_api",
            "_resources",
            "_rest_api_view",
            "_rest_apis",
        ): "see whether ImportRestApi and PutRestApi work by now, and if so drop "
        "that part of rest_api.py.",
        (
            "_extract_lambda_ref_from_integration_uri",
            "_invoke_lambda_proxy_v1",
        ): "find what invokes a function for a route, and ask its policy there in "
        "rest_api.py.",
    },
    "services.cloudformation.provisioners": {
        ("_RESOURCE_HANDLERS",): "find the table of resource types, and wrap what "
        "creates them in stack_resources.py.",
    },
    "services.cloudtrail": {
        ("_DISPATCH", "_account_trail_items"): "find the operations and the trails, "
        "for event_history.py and events.py.",
    },
    "services.cloudwatch": emulator_names_of_cloudwatch.NAMES,
    "services.cloudwatch_logs": {
        ("_log_groups",): "find the log groups, and look there in stack_names.py.",
    },
    "services.dynamodb": {
        ("_tables",): "find the tables, and look there in stack_names.py and "
        "stack_resources.py.",
        ("_restore_state",): "find what a table needs after its items were laid back, "
        "and call that in emulator_memory.py.",
        ("_update_continuous_backups", "_update_ttl"): "see whether a template's "
        "expiry and recovery are set by now, and if so drop that from "
        "stack_resources.py.",
    },
    "services.eventbridge": {
        ("_dispatch_event", "_pattern_event_view"): "find what hands one event to the "
        "rules, and call that in events.py.",
        (
            "_apply_input_transformer",
            "_render_input_template",
            "_render_placeholder",
        ): "see whether paths with an index work and texts stay unescaped by now, and "
        "if so drop input_paths.py.",
        ("_dispatch_to_sns", "_dispatch_to_sqs", "_invoke_target"): "find what "
        "delivers to a target, and ask the target's policy there in rule_targets.py.",
        ("_dispatch_to_event_bus", "_event_bus_policies"): "see whether the bus of "
        "another account can be a target by now, and if so drop foreign_buses.py.",
        ("_parse_rate_seconds", "_rules", "_targets"): "find the schedules and their "
        "targets, and let them beat in schedules.py.",
        ("_event_pattern_error",): "find what checks a pattern, and call that in "
        "stack_resources.py.",
    },
    "services.iam": {
        ("_roles",): "find the roles, and read id and ARN there in callers.py.",
    },
    "services.kms": {
        (
            "_alias_arn",
            "_alias_dates",
            "_aliases",
            "_grants",
            "_key_material_id",
            "_keys",
            "_mrk_members",
            "_resolve_key",
        ): "find where keys and aliases are kept, and use that in kms_store.py.",
        ("_key_metadata", "handle_request"): "find what answers a KMS call, and let "
        "kms_guard.py stand before it.",
        ("time",): "find KMS's clock, and point it at ours in dates.py.",
    },
    "services.lambda_svc": emulator_names_of_lambda.NAMES,
    "services.secretsmanager": {
        ("_secrets",): "find the secrets, and use that in stack_resources.py and "
        "stack_names.py.",
    },
    "services.sns": {
        (
            "_fanout",
            "_matches_filter_policy",
            "_resolve_message_for_protocol",
            "_topic_by_arn_any_scope",
        ): "find what sends a message to the subscribers, and write the mail there "
        "in mailbox.py.",
        ("_deliver_to_lambda", "_deliver_to_sqs", "_find_subscription"): "find what "
        "hands a message to a function, and replace that in subscribers.py.",
        (
            "_threading",
        ): "find what starts a delivery's thread, and wait for its end in "
        "subscribers.py.",
        ("_topics",): "find the topics, and use that in stack_resources.py and "
        "stack_names.py.",
    },
    "services.sqs": {
        ("_queue_by_arn", "_queue_name_to_url", "_queue_url", "_queues"): "find the "
        "queues, and use that in rule_targets.py, alarms.py and stack_names.py.",
        (
            "_delete_messages_for_esm",
            "_receive_messages_for_esm",
        ): "find how a mapping takes messages from a queue, and use that in "
        "late_deliveries.py.",
        ("_rebuild_queue_name_index",): "find what names laid back queues again, and "
        "call that in emulator_memory.py.",
    },
    "services.sts": {
        ("_caller_identity", "_sessions"): "find who an access key belongs to, and "
        "use that in callers.py.",
    },
}
