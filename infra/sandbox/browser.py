"""Opens the page in the browser of whoever sits before a screen."""

import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")
_ALWAYS_A_SCREEN = ("darwin", "win32")


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """`environment` is the person's own: the sandbox's folder ends before a browser."""

    environment: Mapping[str, str]
    wanted: bool = True

    @property
    def opens(self) -> bool:
        """Without a screen, Python's webbrowser would fill the terminal with a page."""
        screen = any(self.environment.get(name) for name in _SCREENS)
        return self.wanted and (screen or sys.platform in _ALWAYS_A_SCREEN)

    def open(self, url: str) -> None:
        """Open it beside us: some browsers come back only when they are closed."""
        if self.opens:
            threading.Thread(target=self._run, args=(url,), daemon=True).start()

    def _run(self, url: str) -> None:
        subprocess.run(
            [sys.executable, "-m", "webbrowser", url],
            check=False,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # A Ctrl-C in the terminal is for us, not for the browser.
            start_new_session=True,
        )
