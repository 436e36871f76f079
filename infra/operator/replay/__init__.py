"""The operator's command that tells what Reprieve would have told of the past."""
