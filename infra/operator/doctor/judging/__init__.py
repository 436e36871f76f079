"""The rules: what an answer of AWS or Slack means for Reprieve."""
