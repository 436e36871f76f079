"""The emoji names that the sandbox knows; any other `:name:` stays text."""

from collections.abc import Mapping

EMOJI: Mapping[str, str] = {
    "alarm_clock": "⏰",
    "bell": "🔔",
    "black_circle": "⚫",
    "eyes": "👀",
    "fire": "🔥",
    "heavy_check_mark": "✔",
    "hourglass": "⌛",
    "key": "🔑",
    "large_blue_circle": "🔵",
    "large_green_circle": "🟢",
    "large_orange_circle": "🟠",
    "large_yellow_circle": "🟡",
    "lock": "🔒",
    "mag": "🔍",
    "no_entry": "⛔",
    "red_circle": "🔴",
    "rotating_light": "🚨",
    "skull": "💀",
    "skull_and_crossbones": "☠",
    "unlock": "🔓",
    "warning": "⚠",
    "wastebasket": "🗑",
    "white_check_mark": "✅",
    "white_circle": "⚪",
    "x": "❌",
}
