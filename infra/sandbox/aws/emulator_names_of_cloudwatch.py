"""The names of the emulator's CloudWatch that we replace or that it calls private."""

NAMES: dict[tuple[str, ...], str] = {
    ("_alarms", "_dispatch_alarm_actions", "_evaluate_alarm"): "find the alarms, "
    "what judges them and what carries out their actions, for alarms.py.",
    ("_calc_stats", "_dims_key", "_metrics"): "find where metrics are kept, and "
    "read them there in alarm_values.py.",
    ("time",): "find CloudWatch's clock, and point it at ours in dates.py.",
}
