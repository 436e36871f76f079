"""A sandbox whose AWS starts without coverage: tests/infra/sandbox measures that."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from infra.sandbox import world as sandbox
from infra.sandbox.slack import acme
from infra.sandbox.unmeasured import unmeasured
from infra.sandbox.world import Responders, World


@contextmanager
def world(
    *,
    responders: Responders = (acme.ADA, acme.BO),
    scopes: frozenset[str] = acme.SCOPES,
) -> Iterator[World]:
    with ExitStack() as started:
        with pytest.MonkeyPatch.context() as environment:
            for name in os.environ.keys() - unmeasured(os.environ):
                environment.delenv(name)
            made = sandbox.world(responders=responders, scopes=scopes)
            entered = started.enter_context(made)
        yield entered
