"""The pages over HTTP, as a browser asks for them: a server of one's own, and what is sent."""

from __future__ import annotations

import asyncio
import base64
import http.client
import json
import socket
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import uvicorn

from lagesbild_xlsx.web.pages import create_app
from lagesbild_xlsx.web.settings import Limits, Settings, settings_of_computer

TOKEN = "en-gang"  # noqa: S105 - of a server that lives for a test
LIMITS = Limits(body=2 << 20, upload_seconds=1, waiting=3, workers=2, seconds=8)


class Reply(NamedTuple):
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """What it said, as JSON."""
        return json.loads(self.body)


class Visitor:
    """A browser on the computer, with its cookie; each header can be left out or be another's."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookie = ""

    def send(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        changed: Mapping[str, str | None] = {},
    ) -> Reply:
        """Send a request as a page of the app does, but for what is changed."""
        host = f"127.0.0.1:{self.port}"
        headers: dict[str, str | None] = {
            "Host": host,
            "Sec-Fetch-Site": "same-origin",
            "Cookie": self.cookie or None,
        }
        if method == "POST":
            headers |= {"Origin": f"http://{host}", "X-Lagesbild": "1"}
            headers |= {"Content-Length": str(len(body))}
        headers |= changed
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in headers.items():
                if value is not None:
                    connection.putheader(name, value)
            connection.endheaders()
            if body:
                connection.send(body)
            answer = connection.getresponse()
            return Reply(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()

    def start(self) -> Reply:
        """Visit for the first time, and keep the cookie."""
        reply = self.send("GET", f"/start?t={TOKEN}", changed={"Sec-Fetch-Site": "none"})
        self.cookie = reply.headers.get("set-cookie", "").partition(";")[0]
        return reply

    def do(
        self, task: str, values: Mapping[str, str] = {}, **files: Path | Sequence[Path]
    ) -> Reply:
        """Do a task with files, as its page does."""
        return self.send("POST", f"/gor/{task}", packed(values, **files))


def packed(values: Mapping[str, str], **files: Path | Sequence[Path]) -> bytes:
    """Return what a page sends."""
    paths = [
        (field, path)
        for field, given in files.items()
        for path in ([given] if isinstance(given, Path) else given)
    ]
    contents = [path.read_bytes() for _, path in paths]
    named = [
        {"field": field.replace("_", "-"), "name": path.name, "size": len(content)}
        for (field, path), content in zip(paths, contents, strict=True)
    ]
    head = json.dumps({"values": dict(values), "files": named})
    return head.encode() + b"\n" + b"".join(contents)


def made_in(reply: Reply) -> dict[str, bytes]:
    """Return the files of an answer by their names."""
    return {each["name"]: base64.b64decode(each["data"]) for each in reply.json["files"]}


class _Quiet(uvicorn.Server):
    """A server in a thread, which gets no signals."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to pytest."""
        yield


@contextmanager
def served(
    limits: Limits = LIMITS,
    *,
    is_local: bool = True,
    workbook: Path | None = None,
    recent: Path = Path("/dev/null/saknas"),
) -> Iterator[int]:
    """Serve the pages, and give the port."""
    bound = socket.create_server(("127.0.0.1", 0))
    port: int = bound.getsockname()[1]
    own = settings_of_computer(port, TOKEN, workbook, recent)
    hosts, origins = own.hosts, own.origins
    settings = (
        Settings(hosts, origins, own.token, own.cookie, workbook, recent, limits)
        if is_local
        else Settings(hosts, origins, limits=limits)
    )
    app = create_app(settings)
    config = uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=1)
    server = _Quiet(config)
    thread = threading.Thread(
        target=lambda: asyncio.run(server.serve(sockets=[bound])), daemon=True
    )
    thread.start()
    try:
        yield port
    finally:
        app.state.pages.is_closing = True
        server.should_exit = True
        thread.join(30)
        bound.close()
