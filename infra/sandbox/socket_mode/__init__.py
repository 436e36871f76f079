"""A real workspace instead of the local Slack, over Slack's Socket Mode."""
