"""Asks AWS and Slack how Reprieve's own parts stand, and a trail; it only reads."""
