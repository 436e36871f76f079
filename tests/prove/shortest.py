"""Prints the first broken promise that is found, and fails; else says nothing."""

import logging
import sys

from tests.prove.run import shortest

if __name__ == "__main__":
    logging.getLogger().addHandler(logging.NullHandler())
    story = shortest(1)
    if story:
        sys.stdout.write(story)
        sys.exit(1)
