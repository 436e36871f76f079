"""Stories, one file each."""
