"""What each request must pass, and what each answer says of itself."""

from __future__ import annotations

import asyncio
import secrets
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lagesbild_xlsx.web.rendering import rendered
from lagesbild_xlsx.web.settings import Limits, Settings

OWN_HEADER = "x-lagesbild"
"""A header that a form on another site cannot send."""

SAFE_METHODS = frozenset(("GET", "HEAD"))
SAME_SITE = frozenset(("none", "same-origin"))
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self';"
    " frame-ancestors 'none'"
)
"""What a page may do. Styles may stand in a page, because a report has its own."""

AGAIN = "Dubbelklicka på genvägen Samlad lägesbild, eller kör lagesbild open."
"""How one comes to the pages of one's own computer."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class RefusedError(Exception):
    """A request is refused: with which status, and what to say."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.response = JSONResponse({"sentence": sentence}, status)


def too_large(limits: Limits) -> str:
    """Return what is said of files that are too large."""
    return (
        f"Filerna är för stora: tillsammans högst {limits.body >> 20} MB. Ta bort eller komprimera"
        " bilderna i dem, eller gör det med kommandot lagesbild."
    )


class Guard:
    """Lets a request in, or refuses it with a sentence."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings
        self._token = settings.token
        self._session = secrets.token_urlsafe(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            response = self._started(scope)
            if response is None:
                self._refuse(scope)
        except RefusedError as error:
            response = _refusal(error, Headers(scope=scope))
        with_headers = _with_headers(send)
        if response is None:
            bounded = self._bounded(receive)
            await self.app(scope, bounded, with_headers)
        else:
            await response(scope, receive, with_headers)

    def _refuse(self, scope: Scope) -> None:
        """Let a request in.

        Raises:
            RefusedError: it may not come in.
        """
        headers = Headers(scope=scope)
        self._refuse_foreign(headers)
        if self.settings.is_local and not self._has_session(headers):
            raise RefusedError(403, f"Sidan måste öppnas på nytt. {AGAIN}")
        if scope["method"] not in SAFE_METHODS:
            self._refuse_forged(headers)
            self._refuse_length(headers)

    def _refuse_foreign(self, headers: Headers) -> None:
        if headers.get("host", "").lower() not in self.settings.hosts:
            raise RefusedError(421, "Adressen hör inte till det här programmet.")
        if headers.get("sec-fetch-site", "none") not in SAME_SITE:
            raise RefusedError(403, "En annan webbplats får inte använda det här programmet.")

    def _refuse_forged(self, headers: Headers) -> None:
        is_own = headers.get("origin", "").lower() in self.settings.origins
        if not is_own or headers.get(OWN_HEADER) is None:
            raise RefusedError(403, "Bara programmets egna sidor får skicka något hit.")

    def _refuse_length(self, headers: Headers) -> None:
        length = headers.get("content-length", "")
        if not length.isdecimal():
            raise RefusedError(411, "Det som skickas måste säga hur stort det är.")
        if int(length) > self.settings.limits.body:
            raise RefusedError(413, too_large(self.settings.limits))

    def _started(self, scope: Scope) -> Response | None:
        """Return the answer to the first visit, which shows a token that is good only once."""
        if not self.settings.is_local or scope["path"] != "/start":
            return None
        headers = Headers(scope=scope)
        self._refuse_foreign(headers)
        if self._has_session(headers):
            return RedirectResponse("/", 303)
        given = scope["query_string"].decode("latin-1").removeprefix("t=")
        if not self._token or not _are_same(given, self._token):
            raise RefusedError(403, f"Adressen har redan använts. {AGAIN}")
        self._token = ""
        response = RedirectResponse("/", 303)
        response.set_cookie(self.settings.cookie, self._session, httponly=True, samesite="strict")
        return response

    def _has_session(self, headers: Headers) -> bool:
        try:
            cookies = SimpleCookie(headers.get("cookie", ""))
        except CookieError:
            return False
        found = cookies.get(self.settings.cookie)
        return found is not None and _are_same(found.value, self._session)

    def _bounded(self, receive: Receive) -> Receive:
        """Return what receives a body within its time; a slow one is as one that was cut off."""
        deadline = asyncio.get_running_loop().time() + self.settings.limits.upload_seconds
        is_read = False

        async def bounded() -> Message:
            nonlocal is_read
            if is_read:
                return await receive()
            try:
                async with asyncio.timeout_at(deadline):
                    message = await receive()
            except TimeoutError as error:
                raise RefusedError(408, "Det tog för lång tid att ta emot filerna.") from error
            is_read = not message.get("more_body", False)
            return message

        return bounded


def _refusal(error: RefusedError, headers: Headers) -> Response:
    """Return a refusal: a page where a person reads it, or else what a script reads."""
    if "text/html" not in headers.get("accept", ""):
        return error.response
    page = rendered("refused.html", sentence=error.sentence)
    return HTMLResponse(page, error.response.status_code)


def _are_same(given: str, kept: str) -> bool:
    """Compare in a time that tells nothing of where they differ."""
    return secrets.compare_digest(given.encode(errors="replace"), kept.encode())


def _with_headers(send: Send) -> Send:
    """Return what sends an answer with the headers that all of them have."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending
