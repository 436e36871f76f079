"""What Slack would show, drawn as HTML for the demo's page."""
