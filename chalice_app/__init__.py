"""Reprieve: tells people when a KMS key is in danger, and lets them save it."""
