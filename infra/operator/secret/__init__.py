"""The command `secret set`: asks for Slack's two secrets, checks and stores them."""
