"""How an app is run: for whom, and within which limits."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

MIB = 1 << 20


@dataclass(frozen=True)
class Limits:
    """What one may ask of an app.

    Attributes:
        body: how many bytes may be sent at once.
        upload_seconds: how long that may take.
        waiting: how many jobs may be at work or wait.
        workers: how many processes do them.
        seconds: how long one job may take.
        drawing_seconds: how long one may take that draws pages; longer than the program that does.
        memory: how many bytes a process may have (not on Windows).
    """

    body: int = 20 * MIB
    upload_seconds: float = 60
    waiting: int = 64
    workers: int = max(1, min(4, os.cpu_count() or 1))
    seconds: float = 60
    drawing_seconds: float = 200
    memory: int = 4096 * MIB


@dataclass(frozen=True)
class Settings:
    """How an app is run.

    Attributes:
        hosts: the hosts that it answers to, with their ports where they have one.
        origins: what a page of its own is called by a browser.
        token: what the first visit on one's own computer must show; nothing on a server, where
            the proxy has asked who it is.
        cookie: the name of the cookie that shows it from then on.
        workbook: the workbook to follow, on one's own computer.
        recent: the file that lists the workbooks that were opened last.
        limits: what one may ask of it.
    """

    hosts: frozenset[str]
    origins: frozenset[str]
    token: str = ""
    cookie: str = ""
    workbook: Path | None = None
    recent: Path | None = None
    limits: Limits = field(default_factory=Limits)

    @property
    def is_local(self) -> bool:
        """Whether it runs on one's own computer, and may know its files."""
        return bool(self.token)


def settings_of_server() -> Settings:
    """Return the settings of a server, from its environment.

    ``LAGESBILD_VARD`` is the public host that people write, or several with commas between them;
    ``LAGESBILD_ARBETARE`` how many processes build.
    """
    named = os.environ.get("LAGESBILD_VARD", "localhost:8000").replace(" ", "")
    hosts = frozenset(filter(None, named.lower().split(",")))
    workers = os.environ.get("LAGESBILD_ARBETARE", "")
    limits = Limits(workers=int(workers)) if workers.isdecimal() and int(workers) else Limits()
    origins = frozenset(f"{scheme}://{host}" for host in hosts for scheme in ("http", "https"))
    return Settings(hosts, origins, limits=limits)


def settings_of_computer(port: int, token: str, workbook: Path | None, recent: Path) -> Settings:
    """Return the settings of one's own computer, where only its own browser may ask."""
    hosts = frozenset((f"127.0.0.1:{port}", f"localhost:{port}"))
    origins = frozenset(f"http://{host}" for host in hosts)
    return Settings(hosts, origins, token, f"lagesbild-{port}", workbook, recent)
