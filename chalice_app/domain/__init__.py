"""Rules about keys and what happens to them: standard library only, no clock."""
