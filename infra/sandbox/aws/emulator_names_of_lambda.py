"""The names of the emulator's Lambda that we replace or that it calls private."""

NAMES: dict[tuple[str, ...], str] = {
    (
        "_execution_record_for_config",
        "_get_func_record_for_ref",
        "_get_func_record_for_ref_in_scope",
    ): "find how a function is looked up by its ARN, and use that in "
    "subscribers.py and rest_api.py.",
    ("_ensure_poller", "_esm_inflight", "_esms"): "find the mappings of queues and "
    "what polls them, for emulator_memory.py and waiting.py.",
    (
        "_execute_function",
        "_route_async_failure",
        "invoke_async_with_retry",
    ): "find what tries an asynchronous invocation, and count its tries in "
    "invocations.py.",
    (
        "_emit_lambda_logs",
        "_emit_lambda_metrics",
        "_execute_function_dispatch",
    ): "find where an invocation is logged and counted, and measure it there in "
    "measured.py.",
    ("_LAMBDA_STATE_TRANSITION_DELAY",): "find what keeps a new function Pending, "
    "and shorten it in subscribers.py.",
    (
        "_create_esm",
        "_functions",
        "_put_event_invoke_config",
        "_resolve_name",
    ): "find what makes a mapping and a destination, and ask the function's role "
    "there in function_roles.py; twin_mappings.py stands around the mapping, too.",
    (
        "_emit_lambda_logs",
        "_route_async_failure",
        "_sqs_esm_concurrency",
    ): "find where Lambda logs, polls a queue and leaves what failed, and ask the "
    "function's role there in in_its_name.py.",
    ("_update_config",): "see whether a change of settings ends "
    "the warm workers by now, and if so drop fresh_workers.py.",
}

NAMES_OF_WORKERS: dict[tuple[str, ...], str] = {
    ("zipfile",): "see whether each new worker still unpacks the code of its function, "
    "and if not drop unpacked_once.py.",
    ("_PYTHON_WORKER_SCRIPT", "execution_credentials"): "find what a worker runs and "
    "gets in its environment, and let it log as Lambda does in log_format.py.",
}
