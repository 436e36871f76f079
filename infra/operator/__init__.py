"""What the operator's commands share, and the commands that ask AWS and Slack."""
