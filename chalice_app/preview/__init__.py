"""What Reprieve makes of an event, without AWS or Slack."""
