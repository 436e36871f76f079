"""A local Slack: a workspace on loopback that answers, refuses and presses as Slack."""
