"""The sandbox: an AWS and a Slack on this machine, never part of the bundle."""
