"""The pages over HTTP: every task, and each thing that is refused."""

from __future__ import annotations

import io
import shutil
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from docx import Document
from lxml import html

from lagesbild_xlsx import build
from lagesbild_xlsx.pipeline import standard_template
from lagesbild_xlsx.rules import RULES
from lagesbild_xlsx.web.pages import STEPS
from lagesbild_xlsx.web.tasks import TASKS
from tests.conftest import GOOD, ROOT, MakeWorkbook
from tests.pages import LIMITS, Visitor, made_in, packed, served
from tests.test_cli import run

TALLMYRA = ROOT / "examples" / "tallmyra"


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with served() as port:
        yield port


@pytest.fixture(scope="module")
def visitor(port: int) -> Visitor:
    visitor = Visitor(port)
    reply = visitor.start()
    assert (reply.status, reply.headers["location"]) == (303, "/")
    return visitor


# ------------------------------------------------------------------ what is refused


def test_first_visit_gives_a_cookie_that_no_script_and_no_other_site_gets(port: int) -> None:
    with served() as other:
        cookie = Visitor(other).start().headers["set-cookie"].lower()
    assert cookie.startswith(f"lagesbild-{other}=")
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert other != port


def test_used_token_gives_no_entrance(visitor: Visitor, port: int) -> None:
    assert visitor.cookie
    reply = Visitor(port).start()
    assert reply.status == 403
    assert "har redan använts" in reply.json["sentence"]


def test_person_who_is_refused_gets_a_page_that_says_what_to_do(port: int) -> None:
    asks = {"Accept": "text/html,*/*", "Sec-Fetch-Site": "none"}
    for address in ("/start?t=brukad", "/"):
        reply = Visitor(port).send("GET", address, changed=asks)
        assert reply.status == 403
        assert reply.headers["content-type"].startswith("text/html")
        said = html.fromstring(reply.body.decode()).findtext(".//p", "")
        assert said.endswith("Dubbelklicka på genvägen Samlad lägesbild, eller kör lagesbild open.")


def test_start_address_leads_in_who_is_let_in_already(visitor: Visitor) -> None:
    reply = visitor.send("GET", "/start?t=brukad")
    assert (reply.status, reply.headers["location"]) == (303, "/")


REFUSED: dict[str, tuple[int, dict[str, str | None]]] = {
    "foreign host": (421, {"Host": "ond.example"}),
    "host of another port": (421, {"Host": "127.0.0.1:1"}),
    "no cookie": (403, {"Cookie": None}),
    "cookie of another": (403, {"Cookie": "lagesbild-1=x"}),
    "cross-site": (403, {"Sec-Fetch-Site": "cross-site"}),
    "same-site": (403, {"Sec-Fetch-Site": "same-site"}),
    "foreign origin": (403, {"Origin": "https://ond.example"}),
    "no origin": (403, {"Origin": None}),
    "null origin": (403, {"Origin": "null"}),
    "no own header": (403, {"X-Lagesbild": None}),
    "no length": (411, {"Content-Length": None}),
    "too large": (413, {"Content-Length": str(LIMITS.body + 1)}),
}


@pytest.mark.parametrize("name", REFUSED)
def test_request_is_refused_with_a_sentence(name: str, visitor: Visitor) -> None:
    status, changed = REFUSED[name]
    reply = visitor.send("POST", "/gor/ny", changed=changed)
    assert reply.status == status
    assert reply.json["sentence"].endswith(".")


def test_page_is_refused_without_cookie_or_by_another_name(visitor: Visitor) -> None:
    assert visitor.send("GET", "/").status == 200
    assert visitor.send("GET", "/", changed={"Cookie": None}).status == 403
    assert visitor.send("GET", "/", changed={"Host": "ond.example"}).status == 421
    assert visitor.send("GET", "/handelser", changed=REFUSED["cross-site"][1]).status == 403


def test_slow_body_is_cut_off(visitor: Visitor) -> None:
    reply = visitor.send("POST", "/gor/ny", b"{", {"Content-Length": "1000"})
    assert reply.status == 408


@pytest.mark.parametrize(
    "body",
    [b"", b"{}", b"[]\n", b"inte json\n", b'{"values": {}, "files": [{"field": "a"}]}\n',
     b'{"values": {}, "files": [{"field": "a", "name": "b", "size": 9}]}\nkort',
     b'{"values": {}, "files": [{"field": "a", "name": "b", "size": -1}]}\n'],
)  # fmt: skip
def test_body_that_no_page_sends_is_refused(body: bytes, visitor: Visitor) -> None:
    assert visitor.send("POST", "/gor/ny", body).status == 400


def test_only_the_computer_itself_is_answered(port: int) -> None:
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), port)}
    for address in others - {"127.0.0.1", "::1"}:
        with socket.socket() as tried:
            tried.settimeout(1)
            assert tried.connect_ex((str(address), port)) != 0


def test_every_answer_forbids_what_is_not_the_pages_own(visitor: Visitor) -> None:
    for path in ("/", "/ny", "/regler", "/static/app.js", "/finns-inte"):
        headers = visitor.send("GET", path).headers
        assert headers["content-security-policy"].startswith(
            "default-src 'none'; script-src 'self'"
        )
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_no_file_outside_is_served(visitor: Visitor) -> None:
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static//etc/passwd"):
        assert visitor.send("GET", path).status == 404


def test_server_for_many_knows_no_files_and_asks_for_no_cookie() -> None:
    with served(is_local=False) as port:
        visitor = Visitor(port)
        assert visitor.send("GET", "/").status == 200
        assert visitor.send("POST", "/oppna", packed({"sokvag": "/etc/passwd"})).status in {
            404,
            405,
        }
        assert visitor.send("POST", "/spara").status in {404, 405}
        assert (
            visitor.send("POST", "/gor/ny", changed={"Origin": "https://ond.example"}).status == 403
        )
        assert visitor.do("rapport", {"oppen": "ja"}).status == 409


# ------------------------------------------------------------------ every task


def test_every_page_has_a_step_and_a_place_in_the_bar(visitor: Visitor) -> None:
    assert {task.name for task in TASKS} <= set(STEPS)
    page = html.fromstring(visitor.send("GET", "/").body.decode())
    linked = [each.get("href") or "" for each in page.iterfind(".//nav//a")]
    assert linked == ["/", *(f"/{task.name}" for task in TASKS[1:]), "/regler"]
    for address in linked:
        reply = visitor.send("GET", address)
        assert reply.status == 200
        assert html.fromstring(reply.body.decode()).find(".//h1") is not None


def test_report_is_made_with_its_files(workbook: MakeWorkbook, visitor: Visitor) -> None:
    reply = visitor.do("rapport", arbetsbok=workbook())
    files = made_in(reply)
    assert reply.json["isDone"]
    assert "Granby kommun" in html.fromstring(reply.json["report"]).text_content()
    document = Document(io.BytesIO(files["lagesbild-2026-03-05.docx"]))
    assert document.paragraphs[0].text.startswith("Samlad lägesbild")
    assert files["lagesbild-2026-03-05.html"].startswith(b"<!DOCTYPE html>")


def test_faulty_workbook_gives_a_draft_and_its_findings(
    workbook: MakeWorkbook, visitor: Visitor
) -> None:
    reply = visitor.do("rapport", arbetsbok=workbook(Balanslista=[{"Status": "Blått"}]))
    assert not reply.json["isDone"]
    assert reply.json["sentence"] == "1 fel. Dokumentet är ett utkast tills felen är rättade."
    findings = html.fromstring(reply.json["findings"])
    assert findings.xpath("string(//li//strong)") == "C2"
    assert "”Blått” är ingen giltig status." in findings.text_content()
    assert findings.xpath("//a/@href") == ["/regler/LB203"]
    assert findings.xpath("//button/@data-row") == ["Vandra"]
    files = made_in(reply)
    assert set(files) == {
        "lagesbild-2026-03-05-utkast.docx",
        "lagesbild-2026-03-05-utkast.html",
        "arbetsbok-1-anmärkningar.xlsx",
    }
    marked = openpyxl.load_workbook(io.BytesIO(files["arbetsbok-1-anmärkningar.xlsx"]))
    assert marked["Balanslista"]["C2"].comment is not None


def test_identity_number_gives_no_document_at_all(workbook: MakeWorkbook, visitor: Visitor) -> None:
    given = workbook(Balanslista=[{"Kommentar": "Ring 19811218-9876."}])
    reply = visitor.do("rapport", arbetsbok=given)
    assert reply.json["report"] == ""
    assert [name for name in made_in(reply) if name.endswith(".docx")] == []
    assert "9876" not in reply.body.decode()


def test_markup_in_a_cell_and_in_a_name_is_text(
    workbook: MakeWorkbook, tmp_path: Path, visitor: Visitor
) -> None:
    typed = "<script>alert(1)</script>"
    path = tmp_path / "<img src=x onerror=alert(1)>.xlsx"
    path.write_bytes(workbook(Balanslista=[{"Status": typed}]).read_bytes())
    reply = visitor.do("rapport", arbetsbok=path)
    for part in (reply.json["findings"], reply.json["report"]):
        page = html.fromstring(part)
        assert not page.xpath("//script | //img | //*[@onerror]")
        assert typed in page.text_content()


def test_finding_knows_the_mark_of_its_cell_in_the_report(
    workbook: MakeWorkbook, visitor: Visitor
) -> None:
    rows = [{"Status": "Rött"}, {"Aktivitet": "Vandra", "Status": "Blått"}]
    reply = visitor.do("rapport", arbetsbok=workbook(Balanslista=rows))
    told = html.fromstring(reply.json["findings"])
    spot = told.find(".//button[@data-where='Balanslista!C3']")
    assert spot is not None
    cell = (
        html.fromstring(reply.json["report"]).get_element_by_id(spot.get("data-mark")).getparent()
    )
    assert cell is not None
    assert cell.text_content() == "[FEL]"
    assert spot.get("data-mark") in reply.json["report"]
    assert b"_lb" not in made_in(reply)["lagesbild-2026-03-05-utkast.html"]


def test_files_that_the_workbook_names_are_asked_for_by_name(
    workbook: MakeWorkbook, visitor: Visitor
) -> None:
    before = min(TALLMYRA.glob("*.xlsx"))
    good: list[dict[str, object]] = [{} for _ in GOOD["Rapport"]]
    named = {"Mall": "vår.docx", "Förra lägesbilden": before.name}
    fields = [{"Fält": field, "Värde": name} for field, name in named.items()]
    book = workbook(Rapport=good + fields)
    reply = visitor.do("rapport", arbetsbok=book)
    asked = [{"field": "mall", "name": "vår.docx"}, {"field": "forra", "name": before.name}]
    assert reply.json["asks"] == asked
    assert reply.json["sentence"].startswith(f"Arbetsboken nämner ”vår.docx” och ”{before.name}”.")
    assert "LB337" not in reply.json["findings"]
    template = standard_template("forandring")
    reply = visitor.do("rapport", arbetsbok=book, mall=template, forra=[before])
    assert reply.json["asks"] == []
    assert "Förändring" in reply.json["report"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is missing")
def test_files_are_asked_for_when_the_pages_are_drawn_too(workbook: MakeWorkbook) -> None:
    book = workbook(Rapport=[*GOOD["Rapport"], {"Fält": "Mall", "Värde": "vår.docx"}])
    with served(replace(LIMITS, drawing_seconds=120)) as port:
        visitor = Visitor(port)
        visitor.start()
        reply = visitor.do("pdf", arbetsbok=book)
    assert reply.json["sentence"] == (
        "PDF:en är klar. Arbetsboken nämner ”vår.docx”. Välj den också, under Fler val."
    )
    assert reply.json["asks"] == [{"field": "mall", "name": "vår.docx"}]


def test_finished_report_says_what_to_look_at_before_it_is_sent(
    workbook: MakeWorkbook, visitor: Visitor
) -> None:
    reply = visitor.do("rapport", arbetsbok=workbook())
    assert "Innan du skickar: läs igenom sidorna" in reply.json["more"]


def test_messages_name_a_file_as_the_person_does(tmp_path: Path, visitor: Visitor) -> None:
    path = tmp_path / "min fil.xlsx"
    path.write_bytes(b"inget")
    reply = visitor.do("rapport", arbetsbok=path)
    assert "”min fil.xlsx”" in reply.json["findings"]
    assert "lagesbild-" not in reply.json["findings"]


def test_new_workbook_has_what_was_typed(visitor: Visitor) -> None:
    typed = {"kommun": "Granby kommun", "orter": "Ås\nÖby\n", "datum": "2026-12-10"}
    book = openpyxl.load_workbook(io.BytesIO(made_in(visitor.do("ny", typed))["lagesbild.xlsx"]))
    cells = {str(cell.value) for sheet in book for row in sheet for cell in row if cell.value}
    assert {"Granby kommun", "Ås", "Öby"} <= cells


def test_next_workbook_is_dated(workbook: MakeWorkbook, visitor: Visitor) -> None:
    reply = visitor.do("nasta", {"datum": "2026-06-04"}, arbetsbok=workbook())
    assert list(made_in(reply)) == ["arbetsbok-1-2026-06-04.xlsx"]
    assert not visitor.do("nasta", {"datum": "snart"}, arbetsbok=workbook()).json["isDone"]


def test_document_in_word_becomes_a_workbook(document: Path, visitor: Visitor) -> None:
    files = made_in(visitor.do("las-in", dokument=document))
    assert "Balanslista" in openpyxl.load_workbook(io.BytesIO(files["fil.xlsx"])).sheetnames


def test_letter_is_said_not_to_look_like_a_lagesbild(tmp_path: Path, visitor: Visitor) -> None:
    letter = Document()
    letter.add_heading("Hej!", 1)
    letter.add_paragraph("Tack för senast. Vi ses i maj.")
    letter.save(str(tmp_path / "brev.docx"))
    reply = visitor.do("las-in", dokument=tmp_path / "brev.docx")
    assert "ser inte ut som en lägesbild" in reply.json["sentence"]
    done = run("import", tmp_path / "brev.docx")
    assert "ser inte ut som en lägesbild" in done.stderr


def test_changes_are_a_table(visitor: Visitor) -> None:
    periods = sorted(TALLMYRA.glob("*.xlsx"))
    reply = visitor.do("jamfor", forra=periods[-2], nu=periods[-1])
    table = html.fromstring(reply.json["more"])
    assert [each.text for each in table.iter("th")] == [
        "Ändring",
        "Då",
        "Nu",
        "Aktivitet",
    ]
    assert len(list(table.iter("tr"))) > 4
    assert any((each.text or "").endswith(" (Tallmyra tätort)") for each in table.iter("td"))


def test_trend_has_tables_a_report_and_its_files(visitor: Visitor) -> None:
    reply = visitor.do("over-tid", arbetsbocker=sorted(TALLMYRA.glob("*.xlsx"))[-3:])
    assert set(made_in(reply)) == {f"över-tid{end}" for end in (".docx", ".html", ".xlsx", ".csv")}
    assert "Staplar som visar" in reply.json["report"]
    assert "Status i varje lägesbild" in reply.json["report"]
    assert "<th" in reply.json["folded"]
    assert "<th" not in reply.json["more"]


def test_edited_document_is_brought_up_to_date(
    workbook: MakeWorkbook, tmp_path: Path, visitor: Visitor
) -> None:
    build(workbook(), tmp_path / "ut.docx")
    changed = workbook(Orter=[{"Lägesbild": "Stökigt."}])
    reply = visitor.do("uppdatera", arbetsbok=changed, dokument=tmp_path / "ut.docx")
    assert "Stökigt." in reply.json["report"]
    assert list(made_in(reply)) == ["ut.docx", "ut.html", "ut-fragment.html"]


def test_many_workbooks_give_their_documents_and_what_is_wrong(
    workbook: MakeWorkbook, visitor: Visitor
) -> None:
    given = [workbook(), workbook(Balanslista=[{"Status": "Blått"}])]
    reply = visitor.do("flera", {"html": "ja"}, arbetsbocker=given)
    assert reply.json["sentence"] == "1 av 2 dokument är klara."
    assert list(made_in(reply)) == ["arbetsbok-1.docx", "arbetsbok-1.html"]
    assert "”Blått”" in reply.json["findings"]
    assert "arbetsbok-2.xlsx – Balanslista" in reply.json["findings"]
    assert "/regler/LB203" in reply.json["findings"]
    assert "Resultat" not in reply.json["more"]


def test_many_workbooks_are_drafts_where_that_is_asked_for(
    workbook: MakeWorkbook, visitor: Visitor
) -> None:
    faulty = workbook(Balanslista=[{"Status": "Blått"}])
    reply = visitor.do("flera", {"utkast": "ja"}, arbetsbocker=[workbook(), faulty])
    files = made_in(reply)
    assert len(files) == 2
    for content in files.values():
        header = Document(io.BytesIO(content)).sections[0].header
        assert "UTKAST" in "".join(each.text for each in header.paragraphs)


def test_files_that_many_workbooks_name_are_asked_for_once_and_used(
    workbook: MakeWorkbook, tmp_path: Path, visitor: Visitor
) -> None:
    fields = [*GOOD["Rapport"], {"Fält": "Mall", "Värde": "vår.docx"}]
    given = [workbook(Rapport=fields), workbook(Rapport=fields), workbook()]
    reply = visitor.do("flera", arbetsbocker=given)
    assert reply.json["sentence"] == (
        "1 av 3 dokument är klara. Arbetsböckerna nämner ”vår.docx”. Välj den också,"
        " under Fler val."
    )
    assert reply.json["asks"] == [{"field": "namnda", "name": "vår.docx"}]
    assert "LB337" not in reply.json["findings"]
    shutil.copyfile(standard_template("liggande"), tmp_path / "vår.docx")
    reply = visitor.do("flera", arbetsbocker=given, namnda=[tmp_path / "vår.docx"])
    assert (reply.json["isDone"], reply.json["asks"]) == (True, [])


def test_draft_is_made_of_a_workbook_without_errors_where_that_is_asked_for(
    workbook: MakeWorkbook, visitor: Visitor
) -> None:
    reply = visitor.do("rapport", {"utkast": "ja"}, arbetsbok=workbook())
    assert reply.json["isDone"]
    assert "UTKAST" in reply.json["report"]
    assert next(iter(made_in(reply))) == "lagesbild-2026-03-05-utkast.docx"


@pytest.mark.parametrize(
    ("values", "word"), [({"skala": "procent"}, "1–49 %"), ({"skala": "trafikljus"}, "Gult")]
)
def test_new_workbook_has_the_scale_that_was_chosen(
    values: dict[str, str], word: str, tmp_path: Path, visitor: Visitor
) -> None:
    path = tmp_path / "ny.xlsx"
    path.write_bytes(made_in(visitor.do("ny", values))["lagesbild.xlsx"])
    assert word in [cell.value for cell in openpyxl.load_workbook(path)["Listor"]["A"]]
    again = made_in(visitor.do("ny", skala_ur=path))["lagesbild.xlsx"]
    path.write_bytes(again)
    assert word in [cell.value for cell in openpyxl.load_workbook(path)["Listor"]["A"]]


def test_sheet_with_errors_comes_first(workbook: MakeWorkbook, visitor: Visitor) -> None:
    changed = {"Orter": [{"Ort": ""}], "Balanslista": [{"Ansvar": "Regionen"}]}
    wrong = visitor.do("rapport", arbetsbok=workbook(**changed, Rapport=[{}, {"Värde": "i maj"}]))
    sheets = [each.text for each in html.fromstring(wrong.json["findings"]).iter("h3")]
    assert sheets.index("Balanslista") > max(sheets.index("Rapport"), sheets.index("Orter"))


def test_template_gets_a_profile_and_is_checked(tmp_path: Path, visitor: Visitor) -> None:
    files = made_in(visitor.do("mall", {"slag": "liggande", "farg": "#005A9C"}))
    template = tmp_path / "mall.docx"
    template.write_bytes(files["vår-mall.docx"])
    with ZipFile(template) as package:
        assert b"005A9C" in package.read("word/styles.xml")
    reply = visitor.do("kontrollera-mall", mall=template)
    assert reply.json["sentence"] == "Inga fel i mallen."
    assert "Balanslista" in reply.json["more"]
    assert all(each.text for each in html.fromstring(reply.json["more"]).iter("td"))


def test_own_template_and_earlier_workbook_are_used(visitor: Visitor) -> None:
    periods = sorted(TALLMYRA.glob("*.xlsx"))
    reply = visitor.do(
        "rapport",
        arbetsbok=periods[-1],
        mall=standard_template("forandring"),
        forra=[periods[-2]],
    )
    assert "Förändring" in html.fromstring(reply.json["report"]).text_content()


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is missing")
def test_many_and_trend_give_pdf_where_it_is_asked_for(workbook: MakeWorkbook) -> None:
    with served(replace(LIMITS, drawing_seconds=120)) as port:
        visitor = Visitor(port)
        visitor.start()
        many = made_in(visitor.do("flera", {"pdf": "ja"}, arbetsbocker=[workbook()]))
        periods = sorted(TALLMYRA.glob("*.xlsx"))[-2:]
        over_time = made_in(visitor.do("over-tid", {"pdf": "ja"}, arbetsbocker=periods))
    assert many["arbetsbok-1.pdf"].startswith(b"%PDF")
    assert over_time["över-tid.pdf"].startswith(b"%PDF")


@pytest.mark.parametrize("task", [t.name for t in TASKS if any(f.required for f in t.fields)])
def test_task_without_its_file_says_what_to_do(task: str, visitor: Visitor) -> None:
    reply = visitor.do(task)
    assert reply.status == 200
    assert not reply.json["isDone"]
    assert reply.json["sentence"].startswith(("Välj", "Skriv"))


@pytest.mark.parametrize("code", ["LB203", "lb570"])
def test_rule_has_a_page(code: str, visitor: Visitor) -> None:
    page = html.fromstring(visitor.send("GET", f"/regler/{code}").body.decode())
    assert RULES[code.upper()].title in page.findtext(".//h1", "")
    assert (page.find(".//p[@class='hint']") is None) is (code == "LB203")


def test_what_is_not_there_is_told(visitor: Visitor) -> None:
    assert visitor.send("GET", "/finns-inte").status == 404
    assert visitor.send("GET", "/regler/LB999").status == 404
    assert visitor.send("POST", "/gor/finns-inte").status == 404
