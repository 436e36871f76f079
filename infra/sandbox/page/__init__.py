"""The demo's page: a KMS console, the Slack channel and the mailbox, in a browser."""
