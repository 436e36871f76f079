"""A function's code is unpacked once; its workers only read it, as on AWS."""

import hashlib
import tempfile
import zipfile
from pathlib import Path
from threading import Lock
from types import SimpleNamespace

from ministack.core import lambda_runtime

from infra.sandbox.aws.shapes import Emulated

# Workers of several functions may start at once.
_ONE_AFTER_THE_OTHER = Lock()


class UnpackedOnce(zipfile.ZipFile):
    def extractall(self, *folder: Emulated, **_none: Emulated) -> None:
        """Link the worker's own empty folder to the one that all have."""
        [empty] = map(Path, folder)
        with _ONE_AFTER_THE_OTHER:
            shared = self._shared()
        empty.rmdir()
        empty.symlink_to(shared)

    def _shared(self) -> Path:
        digest = hashlib.sha256(Path(str(self.filename)).read_bytes()).hexdigest()
        shared = Path(tempfile.gettempdir(), f"code-{digest}")
        if not shared.is_dir():
            folder = tempfile.mkdtemp(prefix="code-")
            super().extractall(folder)
            Path(folder).rename(shared)
        return shared


def install() -> None:
    lambda_runtime.zipfile = SimpleNamespace(
        **{**vars(zipfile), "ZipFile": UnpackedOnce}
    )
