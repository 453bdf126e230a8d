"""The app: its pages, and what they ask for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TypeVar

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from lagesbild_xlsx.diagnostics import Severity
from lagesbild_xlsx.rules import RULES
from lagesbild_xlsx.web import follow, report, steps
from lagesbild_xlsx.web.answers import WORDS
from lagesbild_xlsx.web.guard import Guard, RefusedError, too_large
from lagesbild_xlsx.web.jobs import Jobs, folder_with
from lagesbild_xlsx.web.rendering import rendered
from lagesbild_xlsx.web.settings import Settings
from lagesbild_xlsx.web.submission import done
from lagesbild_xlsx.web.tasks import BY_NAME, TASKS
from lagesbild_xlsx.web.uploads import SentForm, Upload, parsed

T = TypeVar("T")
HERE = Path(__file__).parent
STEPS = report.STEPS | steps.STEPS
FIRST = TASKS[0].name
SLOW = frozenset((report.DRAWING, "over-tid", "flera", "uppdatera"))


class PageAnswers:
    """The app's answers. Nothing that is sent stays when it has been answered."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.jobs = Jobs(settings.limits)
        self.workbook = settings.workbook
        self.opened = asyncio.Event()
        self.is_closing = False
        self.listeners = 0

    def page(self, template: str, status: int = 200, **values: object) -> HTMLResponse:
        """Return a page made of a template."""
        common = {"tasks": TASKS, "is_local": self.settings.is_local, "current": ""}
        return HTMLResponse(rendered(template, **common | values), status)

    async def start(self, _: Request) -> Response:
        """Show the page that makes the report."""
        return await self._task_page(FIRST)

    async def task(self, request: Request) -> Response:
        """Show the page of another task."""
        name = request.path_params["name"]
        return await self._task_page(name) if name in BY_NAME else self._missing()

    async def _task_page(self, name: str) -> Response:
        is_first = name == FIRST
        return self.page(
            "task.html",
            task=BY_NAME[name],
            current=name,
            workbook=self.workbook if is_first else None,
            recent=await self._recent() if is_first else [],
            most=self.settings.limits.body,
            too_large=too_large(self.settings.limits),
        )

    async def _recent(self) -> list[Path]:
        """Return the workbooks that were opened last; a share that is gone holds up no page."""
        list_file = self.settings.recent
        try:
            looked_for = asyncio.to_thread(follow.recent_files, list_file)
            return await asyncio.wait_for(looked_for, follow.PAUSE)
        except TimeoutError:
            return follow.listed_files(list_file)

    def _missing(self) -> Response:
        return self.page("missing.html", 404)

    async def rules(self, _: Request) -> Response:
        """Show all rules."""
        return self.page("rules.html", current="regler", rules=RULES.values(), words=WORDS)

    async def rule(self, request: Request) -> Response:
        """Show a rule in full."""
        rule = RULES.get(request.path_params["code"].upper())
        if rule is None:
            return self._missing()
        message, hint = rule.in_general()
        is_error = rule.severity is Severity.ERROR
        return self.page("rule.html", rule=rule, message=message, hint=hint, is_error=is_error)

    async def do(self, request: Request) -> Response:
        """Do a task with what a page has sent, and answer with what it came to."""
        name = request.path_params["name"]
        if name not in STEPS:
            return self._missing()
        form = parsed(await request.body())
        beside = None
        if form.values.get("oppen"):
            form = await asyncio.to_thread(self._with_opened, form)
            beside = self.workbook and self.workbook.parent
        limits = self.settings.limits
        seconds = limits.drawing_seconds if name in SLOW else limits.seconds
        async with folder_with(form.uploads) as (folder, files):
            answer = await self.jobs.run(
                seconds, done, STEPS[name], folder, dict(form.values), files, beside
            )
        return _answered(answer)

    def _with_opened(self, form: SentForm) -> SentForm:
        """Return what a page has sent, with the workbook that is followed."""
        if self.workbook is None:
            raise RefusedError(409, "Ingen arbetsbok är öppen.")
        content = follow.readable(self.workbook)
        if content is None:
            raise RefusedError(409, follow.why_away(self.workbook))
        if follow.is_workbook(content):
            follow.remember(self.settings.recent, self.workbook)
        upload = Upload("arbetsbok", self.workbook.name, content)
        return form._replace(uploads=(upload, *form.uploads))

    # ---------------------------------------------------------------- on one's own computer

    async def open(self, request: Request) -> Response:
        """Follow another workbook of this computer."""
        typed = parsed(await request.body()).values.get("sokvag", "")
        path = await asyncio.to_thread(follow.typed_path, typed)
        if isinstance(path, str):
            raise RefusedError(422, path)
        self.workbook = path
        self.opened.set()
        return JSONResponse({"sentence": f"Öppen: {path.name}."})

    async def save(self, request: Request) -> Response:
        """Save the document of the workbook that is followed beside it."""
        form = parsed(await request.body())
        if self.workbook is None:
            raise RefusedError(409, "Ingen arbetsbok är öppen.")
        async with folder_with(form.uploads) as (folder, held):
            files = {name: [str(folder / path) for path in paths] for name, paths in held.items()}
            answer = await self.jobs.run(
                self.settings.limits.seconds, report.saved, self.workbook, dict(form.values), files
            )
        return _answered(answer)

    async def events(self, _: Request) -> Response:
        """Tell a page each time that the workbook has been saved, for as long as it listens."""
        return StreamingResponse(self._events(), media_type="text/event-stream")

    async def _events(self) -> AsyncIterator[str]:
        self.listeners += 1
        try:
            yield "retry: 1000\n\n"
            while not self.is_closing:
                self.opened.clear()
                path = self.workbook
                if path is None:
                    await self._opened_within(follow.PAUSE)
                    continue
                async for content in _until(self, follow.changes(path), path):
                    if content is None:
                        why = await asyncio.to_thread(follow.why_away, path)
                        yield f"event: borta\ndata: {why}\n\n"
                    else:
                        yield f"event: sparad\ndata: {path.name}\n\n"
        finally:
            self.listeners -= 1

    async def _opened_within(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self.opened.wait(), seconds)

    async def stop(self, _: Request) -> Response:
        """Stop the program."""
        self.is_closing = True
        return JSONResponse({"sentence": "Programmet är avslutat. Fönstret kan stängas."})

    def routes(self) -> Sequence[Route | Mount]:
        """Return what answers each address."""
        own = (
            Route("/oppna", self.open, methods=["POST"]),
            Route("/spara", self.save, methods=["POST"]),
            Route("/handelser", self.events),
            Route("/avsluta", self.stop, methods=["POST"]),
        )
        return (
            Route("/", self.start),
            Route("/regler", self.rules),
            Route("/regler/{code}", self.rule),
            Route("/gor/{name}", self.do, methods=["POST"]),
            *(own if self.settings.is_local else ()),
            Mount("/static", StaticFiles(directory=HERE / "static")),
            Route("/{name}", self.task),
        )


def _answered(answer: bytes) -> Response:
    return Response(answer, media_type="application/json")


async def _until(pages: PageAnswers, changes: AsyncIterator[T], path: Path) -> AsyncIterator[T]:
    """Yield each change, until another workbook is opened or the program stops."""
    waiting = asyncio.ensure_future(anext(changes))
    try:
        while pages.workbook == path and not pages.is_closing:
            done, _ = await asyncio.wait({waiting}, timeout=follow.PAUSE)
            if done:
                yield waiting.result()
                waiting = asyncio.ensure_future(anext(changes))
    finally:
        waiting.cancel()


def create_app(settings: Settings) -> Starlette:
    """Return an app that is run so."""
    pages = PageAnswers(settings)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        pages.jobs.start()
        try:
            yield
        finally:
            pages.is_closing = True
            await asyncio.to_thread(pages.jobs.close)

    async def refused(_: Request, error: Exception) -> Response:
        assert isinstance(error, RefusedError)  # noqa: S101 - it is registered for that
        return error.response

    app = Starlette(
        routes=list(pages.routes()),
        middleware=[Middleware(Guard, settings=settings)],
        exception_handlers={RefusedError: refused},
        lifespan=lifespan,
    )
    app.state.pages = pages
    return app
