"""The checks: each asks AWS, Slack or this machine, and has the answers judged."""
