"""AWS's errors, where the next delivery may mend them."""

from collections.abc import Iterator
from contextlib import contextmanager

from botocore.exceptions import BotoCoreError, ClientError

from chalice_app.errors import TryAgainError


@contextmanager
def trying_again(what: str) -> Iterator[None]:
    """Turn any error of AWS into TryAgainError; a lasting one ends in dead letters."""
    try:
        yield
    except ClientError as error:
        raise TryAgainError(f"{what}: {error.response['Error']['Code']}") from error
    except BotoCoreError as error:
        raise TryAgainError(f"{what}: {type(error).__name__}") from error
