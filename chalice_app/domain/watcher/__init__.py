"""The watcher: Reprieve's own parts, the trail they need, and what is done to them."""
