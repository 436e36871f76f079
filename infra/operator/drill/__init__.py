"""The command `test-alert`: sends a drill, and tells when each hop had it."""
