"""The pages on one's own computer: a server that only its own browser reaches."""

from __future__ import annotations

import asyncio
import os
import secrets
import signal
import socket
import sys
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import uvicorn

from lagesbild_xlsx.web.pages import PageAnswers, create_app
from lagesbild_xlsx.web.settings import settings_of_computer

LOOPBACK = "127.0.0.1"
ALONE = 600.0
"""After how many seconds without any page the program stops, when nobody sees that it runs."""

PAUSE = 0.2
STOPPING = (signal.SIGINT, signal.SIGTERM)


def serve(
    workbook: Path | None, tell: Callable[[str], object], *, opens_browser: bool = True
) -> None:
    """Serve the pages until they are left.

    Args:
        workbook: the workbook to follow, if any.
        tell: is called with the address, once it answers.
        opens_browser: whether the browser is opened there.
    """
    bound = socket.create_server((LOOPBACK, 0))
    port = bound.getsockname()[1]
    token = secrets.token_urlsafe(24)
    recent = recent_listing()
    if workbook is not None:
        workbook = workbook.absolute()
    settings = settings_of_computer(port, token, workbook, recent)
    app = create_app(settings)
    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="critical",
        access_log=False,
        timeout_graceful_shutdown=1,
        server_header=False,
    )
    server = _Server(config, app.state.pages)
    address = f"http://{LOOPBACK}:{port}/start?t={token}"

    async def run() -> None:
        serving = asyncio.ensure_future(server.serve(sockets=[bound]))
        await server.answers.wait()
        tell(address)
        if opens_browser:
            await asyncio.to_thread(webbrowser.open, address)
        await _until_left(server, app.state.pages, serving)

    asyncio.run(run())


class _Server(uvicorn.Server):
    """A server that tells when it answers, and that ends its event streams when it is stopped."""

    def __init__(self, config: uvicorn.Config, pages: PageAnswers) -> None:
        super().__init__(config)
        self.answers = asyncio.Event()
        self._pages = pages

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        self.answers.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Stop at a signal, and leave as when the pages are left; uvicorn raises it once more."""
        before = {number: signal.signal(number, self.handle_exit) for number in STOPPING}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop: no event stream stays open."""
        self._pages.is_closing = True
        super().handle_exit(sig, frame)


async def _until_left(
    server: uvicorn.Server, pages: PageAnswers, serving: asyncio.Future[None]
) -> None:
    """Wait until the pages are left, or somebody stops the program."""
    alone = 0.0
    while not serving.done():
        await asyncio.sleep(PAUSE)
        alone = 0.0 if pages.listeners else alone + PAUSE
        if pages.is_closing or alone > ALONE:
            server.should_exit = True
            break
    await serving


def recent_listing() -> Path:
    """Return the file that lists the workbooks that were opened last."""
    home = Path.home()
    if sys.platform == "win32":
        folder = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        folder = home / "Library" / "Application Support"
    else:
        folder = Path(os.environ.get("XDG_STATE_HOME") or home / ".local" / "state")
    return folder / "lagesbild" / "senast.json"


def main() -> None:
    """Open the pages without a command window: what a shortcut starts."""
    workbook = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    serve(workbook, lambda _: None)
