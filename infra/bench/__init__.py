"""Measures how fast the bundle is that Lambda gets, and how many calls it makes."""
