"""The operator's command for what could not be delivered or carried out."""
