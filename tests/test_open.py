"""lagesbild open: the program that serves the pages, and the workbook that it follows."""

from __future__ import annotations

import asyncio
import io
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from lagesbild_xlsx import StopError, build
from lagesbild_xlsx.pipeline import standard_template
from lagesbild_xlsx.web import follow, serve, shortcut
from tests.conftest import GOOD, MakeWorkbook
from tests.pages import Visitor, made_in, packed, served
from tests.test_cli import run

PAUSE = 0.01


@contextmanager
def opened(*args: str | Path, home: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the command, and give it with the first line that it prints."""
    command = [sys.executable, "-m", "lagesbild_xlsx", "open", "--ingen-webblasare"]
    environment = os.environ | {"XDG_STATE_HOME": str(home), "LOCALAPPDATA": str(home)}
    with subprocess.Popen(  # noqa: S603 - this program itself
        [*command, *map(str, args)], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def test_address_is_printed_first_and_answers(workbook: MakeWorkbook, tmp_path: Path) -> None:
    book = workbook()
    with opened(book, home=tmp_path / "hem") as (_, address):
        assert address.startswith("http://127.0.0.1:")
        port = int(address.split(":")[2].partition("/")[0])
        visitor = Visitor(port)
        reply = visitor.send("GET", address.partition(str(port))[2])
        visitor.cookie = reply.headers["set-cookie"].partition(";")[0]
        assert book.name in visitor.send("GET", "/").body.decode()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopping_it_ends_it_quietly(number: signal.Signals, tmp_path: Path) -> None:
    with opened(home=tmp_path) as (process, _):
        process.send_signal(number)
        assert process.wait(30) == 0


def test_two_of_them_do_not_disturb_each_other(tmp_path: Path) -> None:
    with opened(home=tmp_path) as (_, one), opened(home=tmp_path) as (_, other):
        assert one.startswith("http://127.0.0.1:")
        assert one != other


def test_page_can_stop_the_program(tmp_path: Path) -> None:
    with opened(home=tmp_path) as (process, address):
        port = int(address.split(":")[2].partition("/")[0])
        visitor = Visitor(port)
        reply = visitor.send("GET", address.partition(str(port))[2])
        visitor.cookie = reply.headers["set-cookie"].partition(";")[0]
        assert visitor.send("POST", "/avsluta").status == 200
        assert process.wait(30) == 0


def test_workbook_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = run("open", tmp_path / "saknas.xlsx")
    assert done.returncode == 2
    assert "fel LB001" in done.stderr


# ------------------------------------------------------------------ a workbook that is followed


def followed(
    path: Path, *edits: str, looks: int = 12, patience: float = follow.PATIENCE
) -> list[bytes | None]:
    """Return what is reported of a file while others do something with it, one after the other."""
    told: list[bytes | None] = []

    async def listen() -> None:
        async for content in follow.changes(path, PAUSE, patience):
            told.extend([content])

    async def act() -> None:
        listening = asyncio.ensure_future(listen())
        for edit in edits:
            await asyncio.sleep(PAUSE * looks)
            EDITS[edit](path)
        await asyncio.sleep(PAUSE * looks)
        listening.cancel()

    asyncio.run(act())
    return told


def package(words: bytes) -> bytes:
    return b"PK\x03\x04" + words + b"PK\x05\x06" + bytes(18)


def _renamed(path: Path) -> None:
    beside = path.with_suffix(".ny")
    beside.write_bytes(package(b"omd" + b"x"))
    beside.replace(path)


EDITS = {
    "saved": lambda path: path.write_bytes(package(b"sparad")),
    "renamed": _renamed,
    "half": lambda path: path.write_bytes(package(b"halv")[:-20]),
    "locked": lambda path: path.with_name(f"~${path.name}").write_bytes(b"jag"),
    "deleted": lambda path: path.unlink(),
}


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        ((), [b"gammal"]),
        (("saved",), [b"gammal", b"sparad"]),
        (("renamed",), [b"gammal", b"omdx"]),
        (("half",), [b"gammal"]),
        (("half", "saved"), [b"gammal", b"sparad"]),
        (("locked",), [b"gammal"]),
        (("deleted",), [b"gammal"]),
        (("deleted", "saved"), [b"gammal", b"sparad"]),
    ],
)
def test_each_save_is_told_once_and_nothing_else(
    edits: tuple[str, ...], told: list[bytes], tmp_path: Path
) -> None:
    path = tmp_path / "bok.xlsx"
    path.write_bytes(package(b"gammal"))
    assert followed(path, *edits) == [package(words) for words in told]


def test_file_is_followed_that_is_not_there_yet(tmp_path: Path) -> None:
    assert followed(tmp_path / "bok.xlsx", "saved") == [package(b"sparad")]


def test_file_that_was_never_a_package_is_told_once_nobody_writes_to_it(tmp_path: Path) -> None:
    path = tmp_path / "bok.xlsx"
    path.write_bytes(b"text")
    assert followed(path) == []
    os.utime(path, (0, 0))
    assert followed(path) == [b"text"]


@pytest.mark.parametrize(("edit", "word"), [("deleted", "finns inte kvar"), ("half", "sparas")])
def test_followed_workbook_that_is_away_or_half_is_told_and_comes_back(
    edit: str, word: str, tmp_path: Path
) -> None:
    path = tmp_path / "bok.xlsx"
    path.write_bytes(package(b"gammal"))
    told = followed(path, edit, "saved", looks=40, patience=PAUSE * 10)
    assert told == [package(b"gammal"), None, package(b"sparad")]
    EDITS[edit](path)
    assert word in follow.why_away(path)


@pytest.mark.parametrize("content", [b"text", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)])
def test_opened_file_of_another_kind_is_refused_and_not_remembered(
    content: bytes, tmp_path: Path
) -> None:
    book, recent = tmp_path / "bok.xlsx", tmp_path / "senast.json"
    book.write_bytes(content)
    os.utime(book, (0, 0))
    with served(workbook=book, recent=recent) as port:
        visitor = Visitor(port)
        visitor.start()
        reply = visitor.do("rapport", {"oppen": "ja"})
    assert "LB00" in reply.json["findings"]
    assert (reply.json["isDone"], reply.json["report"]) == (False, "")
    assert follow.listed_files(recent) == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Skriv sökvägen"),
        ("bok.xlsx", "är inte hela sökvägen"),
        ("{folder}", "är en mapp"),
        ("{folder}/finns inte.xlsx", "ingen fil"),
    ],
)
def test_path_that_cannot_be_opened_says_what_to_do(typed: str, said: str, tmp_path: Path) -> None:
    told = follow.typed_path(typed.format(folder=tmp_path))
    assert isinstance(told, str)
    assert said in told
    assert "Kopiera som sökväg" in told


def test_pasted_path_loses_its_quotation_marks(tmp_path: Path) -> None:
    (tmp_path / "bok.xlsx").touch()
    assert follow.typed_path(f' "{tmp_path / "bok.xlsx"}" ') == tmp_path / "bok.xlsx"


def test_page_follows_the_workbook_and_saves_beside_it(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    book = workbook()
    with served(workbook=book) as port:
        visitor = Visitor(port)
        visitor.start()
        assert visitor.do("rapport", {"oppen": "ja"}).json["isDone"]
        reply = visitor.send("POST", "/spara", b'{"values": {"oppen": "ja"}, "files": []}\n')
    saved = tmp_path / "lagesbild-2026-03-05.docx"
    assert reply.json["sentence"] == f"Sparat bredvid arbetsboken: {saved.name}"
    assert saved.exists()


@pytest.mark.parametrize(
    ("how", "kept", "said"), [("behall", True, "med det som är skrivet"), ("ersatt", False, "Spar")]
)
def test_document_that_somebody_has_written_in_is_kept_or_replaced_as_is_chosen(
    how: str, said: str, workbook: MakeWorkbook, tmp_path: Path, *, kept: bool
) -> None:
    book, document = workbook(), tmp_path / "lagesbild-2026-03-05.docx"
    build(book, document)
    edited = Document(str(document))
    edited.add_paragraph("Skrivet för hand.")
    edited.save(str(document))
    before = document.read_bytes()
    with served(workbook=book) as port:
        visitor = Visitor(port)
        visitor.start()
        reply = visitor.send("POST", "/spara", packed({"oppen": "ja"}))
        assert reply.json["sentence"].startswith("Inget sparades. ”lagesbild-2026-03-05.docx” är")
        assert "--" not in reply.json["sentence"]
        assert [choice["value"] for choice in reply.json["choices"]] == ["behall", "ersatt"]
        assert document.read_bytes() == before
        reply = visitor.send("POST", "/spara", packed({"befintligt": how}))
    assert said in reply.json["sentence"]
    texts = [paragraph.text for paragraph in Document(str(document)).paragraphs]
    assert ("Skrivet för hand." in texts) is kept


@pytest.mark.parametrize(
    ("edit", "said", "code"),
    [
        ("write", "En del av det som var skrivet i Word ersattes", "LB514"),
        ("delete", "Det som är borttaget i Word lades inte tillbaka", "LB516"),
    ],
)
def test_save_that_keeps_what_was_written_tells_what_is_not_there(
    edit: str, said: str, code: str, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    book, document = workbook(), tmp_path / "lagesbild-2026-03-05.docx"
    build(book, document)
    edited = Document(str(document))
    if edit == "delete":
        row = list(edited.element.body.iter(qn("w:tr")))[1]
        row.getparent().remove(row)
    else:
        edited.tables[0].cell(1, 0).paragraphs[0].runs[0].text = "Ändrat för hand"
    edited.save(str(document))
    with served(workbook=book) as port:
        visitor = Visitor(port)
        visitor.start()
        reply = visitor.send("POST", "/spara", packed({"befintligt": "behall"}))
    assert reply.json["isDone"]
    assert said in reply.json["sentence"]
    assert "kvar" not in reply.json["sentence"]
    assert code in reply.json["findings"]


def test_file_of_another_kind_is_replaced_only_when_that_is_chosen(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    book, document = workbook(), tmp_path / "lagesbild-2026-03-05.docx"
    document.write_bytes(b"annat")
    with served(workbook=book) as port:
        visitor = Visitor(port)
        visitor.start()
        reply = visitor.send("POST", "/spara", packed({}))
        assert [choice["value"] for choice in reply.json["choices"]] == ["ersatt"]
        assert document.read_bytes() == b"annat"
        visitor.send("POST", "/spara", packed({"befintligt": "ersatt"}))
    assert Document(str(document)).paragraphs


def test_files_that_a_followed_workbook_names_are_found_beside_it(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    fields = [{"Fält": "Mall", "Värde": "vår.docx"}]
    book = workbook(Rapport=[{} for _ in GOOD["Rapport"]] + fields)
    shutil.copyfile(standard_template("liggande"), tmp_path / "vår.docx")
    with served(workbook=book) as port:
        visitor = Visitor(port)
        visitor.start()
        reply = visitor.do("rapport", {"oppen": "ja"})
        assert reply.json["isDone"]
        made = Document(io.BytesIO(made_in(reply)["lagesbild-2026-03-05.docx"]))
        assert made.sections[0].orientation == WD_ORIENT.LANDSCAPE
        (tmp_path / "vår.docx").unlink()
        reply = visitor.do("rapport", {"oppen": "ja"})
    assert "LB337" in reply.json["findings"]
    assert reply.json["asks"] == []


def test_faulty_workbook_is_not_saved_beside(workbook: MakeWorkbook, tmp_path: Path) -> None:
    book = workbook(Balanslista=[{"Status": "Blått"}])
    with served(workbook=book) as port:
        visitor = Visitor(port)
        visitor.start()
        reply = visitor.send("POST", "/spara", b'{"values": {}, "files": []}\n')
    assert "rätta felen först" in reply.json["sentence"]
    assert not list(tmp_path.glob("*.docx"))


def test_workbook_of_the_computer_is_opened_and_remembered(
    workbook: MakeWorkbook, tmp_path: Path
) -> None:
    recent, book = tmp_path / "hem" / "senast.json", workbook()
    with served(recent=recent) as port:
        visitor = Visitor(port)
        visitor.start()
        typed = b'{"values": {"sokvag": "%s"}, "files": []}\n'
        assert visitor.send("POST", "/oppna", typed % str(book).encode()).status == 200
        assert visitor.send("POST", "/oppna", typed % b"/finns/inte.xlsx").status == 422
        assert visitor.send("POST", "/oppna", typed % b"").status == 422
        assert follow.recent_files(recent) == []
        assert visitor.do("rapport", {"oppen": "ja"}).status == 200
        assert book.name in visitor.send("GET", "/").body.decode()
    assert follow.recent_files(recent) == [book]


def test_share_that_does_not_answer_holds_up_no_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recent, is_told = tmp_path / "senast.json", threading.Event()
    recent.write_text('["/utdelning/bok.xlsx"]', encoding="utf-8")

    def waiting(_: Path) -> list[Path]:
        is_told.wait(60)
        return []

    monkeypatch.setattr(follow, "recent_files", waiting)
    with served(recent=recent) as port:
        visitor = Visitor(port)
        visitor.start()
        told = visitor.send("GET", "/").body.decode()
        is_told.set()
    assert "bok.xlsx" in told


def test_last_opened_are_few_each_once_and_still_there(tmp_path: Path) -> None:
    recent = tmp_path / "senast.json"
    books = [tmp_path / f"{number}.xlsx" for number in range(follow.MOST_RECENT + 2)]
    for book in (*books, books[3]):
        book.touch()
        follow.remember(recent, book)
    books[5].unlink()
    assert [path.stem for path in follow.recent_files(recent)] == list("3987642")
    recent.write_text("{inte json", encoding="utf-8")
    assert follow.recent_files(recent) == []


# ------------------------------------------------------------------ the shortcut


def test_shortcut_starts_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda *_, **__: "/bin/lagesbild-sida")
    (tmp_path / "Skrivbord").mkdir()
    made = shortcut.make_shortcut(tmp_path)
    assert made == tmp_path / "Skrivbord" / "Samlad lägesbild.desktop"
    assert 'Exec="/bin/lagesbild-sida" %f' in made.read_text(encoding="utf-8")
    assert made.stat().st_mode & 0o111


@pytest.mark.parametrize("program", [None, "/bin/lagesbild-sida"])
def test_shortcut_that_cannot_be_made_is_told(
    program: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda *_, **__: program)
    with pytest.raises(StopError, match="LB040"):
        shortcut.make_shortcut(tmp_path)


def test_without_a_window_nothing_is_printed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    given: list[Path | None] = []
    monkeypatch.setattr(serve, "serve", lambda workbook, tell: given.append(tell("x") or workbook))
    monkeypatch.setattr(sys, "argv", ["lagesbild-sida", str(tmp_path / "a.xlsx")])
    monkeypatch.setattr(sys, "stdout", None)
    serve.main()
    assert given == [tmp_path / "a.xlsx"]
