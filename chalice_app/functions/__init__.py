"""Doors: one Chalice blueprint per Lambda."""
