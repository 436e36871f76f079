"""The operator's command that looks at every link from KMS to a pressed button."""
