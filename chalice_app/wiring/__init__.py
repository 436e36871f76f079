"""The one place where a port meets an adapter; everything is made on first use."""
