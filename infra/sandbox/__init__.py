"""The sandbox: an AWS and a Slack on this machine, for a demo and for tests; never deployed."""
