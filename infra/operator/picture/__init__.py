"""A preview as a picture: one HTML file that needs nothing else."""
