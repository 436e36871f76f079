"""Functions to compare Reprieve's with; they lie beside the bundle as Lambda has it."""
