"""Switches that make the local AWS and the local Slack fail on demand."""
