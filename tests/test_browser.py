"""The pages and the reports in a real browser: what people do there, and what axe says of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pytest
from docx import Document

from lagesbild_xlsx import build
from lagesbild_xlsx.html.page import web_page
from lagesbild_xlsx.pipeline import trend
from lagesbild_xlsx.pipeline.standard_templates import LAGESBILD_KINDS, standard_template
from lagesbild_xlsx.web.tasks import TASKS
from tests.browser import browser, needs_axe, needs_browser, overflows, saved, violations
from tests.charts import KINDS, of_kind, with_charts
from tests.conftest import GOOD as GOOD_ROWS
from tests.conftest import ROOT, MakeWorkbook
from tests.pages import LIMITS, TOKEN, served

__all__ = ["browser"]
TALLMYRA = ROOT / "examples" / "tallmyra"
GOOD = TALLMYRA / "tallmyra-2026-11-12.xlsx"
pytestmark = needs_browser


@pytest.fixture(scope="module")
def context(browser: Any) -> Iterator[Any]:
    """A browser that has been let in, on a server of its own."""
    with served() as port:
        opened = browser.new_context(base_url=f"http://127.0.0.1:{port}", locale="sv-SE")
        first = opened.new_page()
        first.goto(f"/start?t={TOKEN}")
        first.close()
        yield opened
        opened.close()


@pytest.fixture
def page(context: Any) -> Iterator[Any]:
    """The first page; any error in its scripts fails the test."""
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("dialog", lambda dialog: errors.append(dialog.message))
    opened.goto("/")
    yield opened
    opened.close()
    assert errors == []


def choose(page: Any, path: Path, field: str = "arbetsbok") -> None:
    page.locator(f"#f-{field}").set_input_files(path)


def state(page: Any, words: str) -> None:
    """Wait until the page says so."""
    page.locator("#status").get_by_text(words).wait_for(timeout=15_000)


# ------------------------------------------------------------------ what people do


def test_report_is_made_and_its_files_open(page: Any, tmp_path: Path) -> None:
    choose(page, GOOD)
    state(page, "Dokumentet är klart.")
    report = page.frame_locator("#report")
    assert report.locator("h1").inner_text().startswith("Samlad lägesbild 2026-11-12")
    assert Document(str(saved(page, "Hämta Word (.docx)", tmp_path))).paragraphs
    text = saved(page, "Hämta webbsida (.html)", tmp_path).read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is missing")
def test_pages_are_drawn_when_asked_for(page: Any, tmp_path: Path) -> None:
    choose(page, GOOD)
    state(page, "Dokumentet är klart.")
    page.set_default_timeout(120_000)
    with pikepdf.open(saved(page, "Hämta PDF", tmp_path)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
    state(page, "PDF:en är klar.")


def drop(page: Any, *files: tuple[str, bytes]) -> None:
    """Drop files on a page's form, each changed a second after the one before it."""
    page.evaluate(
        """files => {
            const given = new DataTransfer()
            files.forEach(([name, bytes], at) => given.items.add(
                new File([new Uint8Array(bytes)], name, { lastModified: 1e12 + at * 1000 })))
            document.querySelector('form').dispatchEvent(
                new DragEvent('drop', { dataTransfer: given, bubbles: true, cancelable: true }))
        }""",
        [(name, list(content)) for name, content in files],
    )


def chosen(page: Any, field: str) -> str:
    """Return what a page says is chosen for a field."""
    said: str = page.locator(f"#f-{field}-chosen").text_content()
    return said


def test_dropped_workbook_is_taken(page: Any, workbook: MakeWorkbook) -> None:
    drop(page, ("släppt.xlsx", workbook(Balanslista=[{"Status": "Blått"}]).read_bytes()))
    state(page, "1 fel. Dokumentet är ett utkast tills felen är rättade.")
    assert chosen(page, "arbetsbok") == "släppt.xlsx"


def test_of_several_dropped_workbooks_the_last_is_taken_and_that_is_said(
    page: Any, workbook: MakeWorkbook
) -> None:
    content = workbook().read_bytes()
    drop(page, ("första.xlsx", b"PK"), ("andra.xlsx", b"PK"), ("sista.xlsx", content))
    state(page, "Dokumentet är klart.")
    assert chosen(page, "arbetsbok").startswith("sista.xlsx, den senast ändrade av dem du släppte.")


def test_several_dropped_workbooks_are_all_done_on_their_page(
    page: Any, workbook: MakeWorkbook, tmp_path: Path
) -> None:
    page.goto("/flera")
    books = [(f"{name}.xlsx", workbook().read_bytes()) for name in ("hult", "alby", "lund", "mo")]
    drop(page, *books)
    state(page, "Tryck på Gör dokumenten.")
    assert chosen(page, "arbetsbocker") == "4 filer"
    page.get_by_role("button", name="Gör dokumenten").click()
    state(page, "4 av 4 dokument är klara.")
    assert Document(str(saved(page, "Hämta lund.docx", tmp_path))).paragraphs


def test_files_that_workbooks_name_are_taken_from_what_was_dropped(
    page: Any, workbook: MakeWorkbook
) -> None:
    page.goto("/flera")
    fields = [*GOOD_ROWS["Rapport"], {"Fält": "Mall", "Värde": "vår.docx"}]
    template = ("vår.docx", standard_template("liggande").read_bytes())
    drop(
        page, *((n, workbook(Rapport=fields).read_bytes()) for n in ("a.xlsx", "b.xlsx")), template
    )
    page.get_by_role("button", name="Gör dokumenten").click()
    state(page, "2 av 2 dokument är klara.")
    assert chosen(page, "namnda") == "vår.docx"


def test_two_dropped_workbooks_are_compared_the_older_with_the_newer(page: Any) -> None:
    page.goto("/jamfor")
    drop(page, *((p.name, p.read_bytes()) for p in (TALLMYRA / "tallmyra-2026-09-10.xlsx", GOOD)))
    state(page, "Tryck på Jämför.")
    assert (chosen(page, "forra"), chosen(page, "nu")) == ("tallmyra-2026-09-10.xlsx", GOOD.name)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("gammal.xls", "”gammal.xls” är sparad i ett äldre format. Öppna den i Excel"),
        ("bild.png", "”bild.png” är inget slag av fil som används här."),
        ("rapport.docx", "”rapport.docx” är vald som Egen mall (.docx). Arbetsbok (.xlsx) måste"),
    ],
)
def test_dropped_file_that_is_no_workbook_is_told(name: str, said: str, page: Any) -> None:
    drop(page, (name, b"PK"))
    state(page, said)


def test_file_that_was_saved_since_it_was_chosen_is_not_used_as_it_was(
    page: Any, workbook: MakeWorkbook
) -> None:
    path = workbook()
    choose(page, path)
    state(page, "Dokumentet är klart.")
    path.write_bytes(workbook(Balanslista=[{"Status": "Blått"}]).read_bytes())
    page.get_by_role("button", name="Gör rapporten").click()
    state(page, f"”{path.name}” är sparad på nytt sedan du valde den. Välj den igen.")
    choose(page, path)
    state(page, "1 fel.")


def test_marked_workbook_has_the_finding(page: Any, workbook: MakeWorkbook, tmp_path: Path) -> None:
    choose(page, workbook(Balanslista=[{"Status": "Blått"}]))
    state(page, "1 fel.")
    path = saved(page, "Arbetsboken med anmärkningar", tmp_path)
    assert openpyxl.load_workbook(path)["Balanslista"]["C2"].comment is not None


def test_finding_shows_its_place_in_the_report(page: Any, workbook: MakeWorkbook) -> None:
    choose(page, workbook(Balanslista=[{}, {"Ansvar": "Räddningstjänsten"}]))
    state(page, "1 varning")
    page.get_by_role("button", name="Visa i rapporten").click()
    shown = page.frame_locator("#report").locator("[data-shown]")
    assert shown.inner_text() == "Räddningstjänsten"
    assert shown.evaluate("element => element === document.activeElement")


def test_keyboard_alone_makes_the_report_and_goes_to_the_finding(
    page: Any, workbook: MakeWorkbook
) -> None:
    def tab_to(name: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            focused = "document.activeElement.id || document.activeElement.textContent.trim()"
            if page.evaluate(focused).startswith(name):
                return
        pytest.fail(f"{name} is not reached")

    tab_to("f-arbetsbok")
    choose(page, workbook(Balanslista=[{"Status": "Blått"}]))
    state(page, "1 fel.")
    tab_to("Gör rapporten")
    page.keyboard.press("Enter")
    tab_to("Visa i rapporten")
    page.keyboard.press("Enter")
    page.frame_locator("#report").locator("[data-shown]").wait_for()


def test_script_in_a_cell_does_not_run(page: Any, workbook: MakeWorkbook) -> None:
    typed = '<img src=x onerror="alert(1)"><script>alert(2)</script>'
    choose(page, workbook(Orter=[{"Lägesbild": typed}], Balanslista=[{"Status": typed}]))
    state(page, "1 fel, 2 varningar.")
    assert page.frame_locator("#report").get_by_text(typed).count() > 0


def test_every_task_is_done_from_its_page(page: Any, tmp_path: Path) -> None:
    page.get_by_role("link", name="Ny arbetsbok").click()
    page.get_by_label("Kommunens namn").fill("Granby kommun")
    page.get_by_role("button", name="Gör arbetsboken").click()
    state(page, "Arbetsboken är klar.")
    assert (
        "Rapport" in openpyxl.load_workbook(saved(page, "Hämta arbetsboken", tmp_path)).sheetnames
    )
    page.get_by_role("link", name="Jämför").click()
    choose(page, TALLMYRA / "tallmyra-2026-09-10.xlsx", "forra")
    choose(page, GOOD, "nu")
    page.get_by_role("button", name="Jämför").click()
    page.get_by_role("columnheader", name="Ändring").wait_for()
    page.get_by_role("link", name="Nästa period").click()
    page.get_by_role("button", name="Gör nästa arbetsbok").click()
    assert page.locator("#f-datum:invalid").count() == 1


def test_missing_file_is_asked_for_by_name(page: Any) -> None:
    page.get_by_role("button", name="Gör rapporten").click()
    state(page, "Arbetsbok (.xlsx) måste väljas först.")


def test_template_that_the_workbook_names_is_asked_for_by_name(
    page: Any, workbook: MakeWorkbook
) -> None:
    fields = [{"Fält": "Mall", "Värde": "vår.docx"}]
    choose(page, workbook(Rapport=[{} for _ in GOOD_ROWS["Rapport"]] + fields))
    state(page, "Arbetsboken nämner ”vår.docx”. Välj den också, under Fler val.")
    assert chosen(page, "mall") == "Välj ”vår.docx” här."
    choose(page, standard_template("liggande"), "mall")
    state(page, "Dokumentet är klart.")


def test_document_that_was_written_in_is_updated_when_that_is_chosen(
    browser: Any, workbook: MakeWorkbook
) -> None:
    book = workbook()
    path = build(book).document
    assert path is not None
    write_in(path, in_value=False)
    with served(workbook=book) as port:
        page = browser.new_page(base_url=f"http://127.0.0.1:{port}")
        page.goto(f"/start?t={TOKEN}")
        state(page, "Dokumentet är klart.")
        page.get_by_role("button", name="Spara bredvid arbetsboken").click()
        page.get_by_role("button", name="Uppdatera dokumentet. Det som är skrivet mellan").click()
        state(page, "Sparat bredvid arbetsboken, med det som är skrivet i Word kvar")
        assert page.locator("#choices button").count() == 0
    page.close()
    assert "Skrivet för hand." in [each.text for each in Document(str(path)).paragraphs]


def write_in(path: Path, *, in_value: bool) -> None:
    """Write in a document by hand: in a text of the workbook, or in a paragraph of its own."""
    edited = Document(str(path))
    if in_value:
        edited.tables[0].cell(1, 0).paragraphs[0].runs[0].text = "Ändrat för hand"
    edited.add_paragraph("Skrivet för hand.")
    edited.save(str(path))


def test_what_a_save_replaced_is_shown(browser: Any, workbook: MakeWorkbook) -> None:
    book = workbook()
    path = build(book).document
    assert path is not None
    write_in(path, in_value=True)
    with served(workbook=book) as port:
        page = browser.new_page(base_url=f"http://127.0.0.1:{port}")
        page.goto(f"/start?t={TOKEN}")
        state(page, "Dokumentet är klart.")
        page.get_by_role("button", name="Spara bredvid arbetsboken").click()
        page.get_by_role("button", name="en ändrad text som kommer från arbetsboken").click()
        state(page, "En del av det som var skrivet i Word ersattes")
        assert "LB514" in page.locator("#findings").inner_text()
        assert page.get_by_role("link", name="Hämta Word (.docx)").count() == 1
    page.close()


# ------------------------------------------------------------------ what holds now


def test_option_that_is_ticked_holds_for_what_is_fetched(page: Any, tmp_path: Path) -> None:
    choose(page, GOOD)
    state(page, "Dokumentet är klart.")
    page.get_by_text("Fler val").click()
    page.get_by_label("Utkast", exact=True).check()
    assert page.locator("#files a").count() == 0
    page.frame_locator("#report").get_by_text("UTKAST").first.wait_for()
    assert saved(page, "Hämta Word (.docx)", tmp_path).stem.endswith("-utkast")


def test_result_of_another_page_is_taken_away_when_a_choice_is_changed(page: Any) -> None:
    page.goto("/ny")
    page.get_by_role("button", name="Gör arbetsboken").click()
    state(page, "Arbetsboken är klar.")
    page.get_by_label("Kommunens namn").fill("Granby kommun")
    assert page.locator("#result").is_hidden()


def test_another_workbook_is_not_made_with_the_template_of_the_one_before(
    page: Any, workbook: MakeWorkbook
) -> None:
    choose(page, GOOD)
    choose(page, standard_template("liggande"), "mall")
    state(page, "Dokumentet är klart.")
    choose(page, workbook())
    state(page, "Dokumentet är klart.")
    assert chosen(page, "mall") == (
        f"Ingen fil är vald. ”{standard_template('liggande').name}” hörde till den förra"
        " arbetsboken."
    )


def test_chosen_file_can_be_taken_away(page: Any) -> None:
    choose(page, standard_template("liggande"), "mall")
    choose(page, GOOD)
    state(page, "Dokumentet är klart.")
    page.get_by_role("button", name="Ta bort det valda: Egen mall (.docx)").click()
    assert chosen(page, "mall") == "Ingen fil är vald"
    assert page.evaluate("document.activeElement.id") == "f-mall"
    state(page, "Dokumentet är klart.")
    page.get_by_role("button", name="Ta bort det valda: Arbetsbok (.xlsx)").click()
    assert page.locator("#result").is_hidden()


def test_refused_workbook_does_not_stand_with_the_report_of_another(
    page: Any, tmp_path: Path
) -> None:
    choose(page, GOOD)
    state(page, "Dokumentet är klart.")
    large = tmp_path / "stor.xlsx"
    large.write_bytes(bytes(LIMITS.body + 1))
    choose(page, large)
    state(page, "Filerna är för stora: tillsammans högst 2 MB. Ta bort eller komprimera bilderna")
    assert page.locator("#result").is_hidden()


def test_frame_of_the_report_shows_that_it_has_the_focus(page: Any) -> None:
    choose(page, GOOD)
    state(page, "Dokumentet är klart.")
    page.locator("#files").get_by_role("button").last.focus()
    page.keyboard.press("Tab")
    outline = "getComputedStyle(document.getElementById('report')).outlineStyle"
    assert page.evaluate(outline) == "solid"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(outline) == "none"


def test_workbook_that_is_opened_in_another_tab_is_told(
    browser: Any, workbook: MakeWorkbook
) -> None:
    one, other = workbook(), workbook()
    with served(workbook=one) as port:
        context = browser.new_context(base_url=f"http://127.0.0.1:{port}")
        first, second = context.new_page(), context.new_page()
        first.goto(f"/start?t={TOKEN}")
        second.goto(f"/start?t={TOKEN}")  # whoever is let in already need not be so again
        for page in (first, second):
            state(page, "Dokumentet är klart.")
        second.get_by_text("Öppna en fil på datorn, och följ den").click()
        second.get_by_label("Sökväg till arbetsboken").fill(str(other))
        second.get_by_role("button", name="Öppna", exact=True).click()
        state(first, f"”{other.name}” är öppnad i en annan flik, och visas nu här i stället för")
        second.get_by_text(f"{other.name}. Sidan följer filen.").wait_for()
        assert "flik" not in second.locator("#status").inner_text()
        context.close()


def test_report_over_time_stands_before_its_tables(page: Any) -> None:
    page.goto("/over-tid")
    page.locator("#f-arbetsbocker").set_input_files(sorted(TALLMYRA.glob("*.xlsx"))[-3:])
    page.get_by_role("button", name="Gör rapporten").click()
    state(page, "Rapporten är klar.")
    assert page.locator("#more table").count() == 0
    assert page.locator("#report ~ #folded table").first.is_hidden()
    page.get_by_text("Tabellerna", exact=True).click()
    assert page.locator("#folded table").first.is_visible()


# ------------------------------------------------------------------ a workbook that is followed


def test_saved_workbook_is_shown_anew_and_the_place_is_kept(
    browser: Any, workbook: MakeWorkbook
) -> None:
    book = workbook()
    with served(workbook=book) as port:
        page = browser.new_page(base_url=f"http://127.0.0.1:{port}")
        page.goto(f"/start?t={TOKEN}")
        state(page, "Dokumentet är klart.")
        report = page.frame_locator("#report")
        report.locator("h1").evaluate("() => scrollTo(0, 300)")
        book.write_bytes(workbook(Balanslista=[{"Kommentar": "Nytt sedan nyss."}]).read_bytes())
        report.get_by_text("Nytt sedan nyss.").wait_for()
        assert report.locator("h1").evaluate("() => scrollY") == 300
        page.get_by_role("button", name="Spara bredvid arbetsboken").click()
        state(page, "Sparat bredvid arbetsboken")
        assert (book.parent / "lagesbild-2026-03-05.docx").exists()
    state(page, "Programmet är inte i gång.")
    page.close()


def test_workbook_that_is_opened_by_its_path_takes_the_place_of_a_chosen_one(
    browser: Any, workbook: MakeWorkbook
) -> None:
    with served() as port:
        page = browser.new_page(base_url=f"http://127.0.0.1:{port}")
        page.goto(f"/start?t={TOKEN}")
        choose(page, workbook(Balanslista=[{"Status": "Blått"}]))
        state(page, "1 fel.")
        page.get_by_text("Öppna en fil på datorn, och följ den").click()
        page.get_by_label("Sökväg till arbetsboken").fill(str(workbook()))
        page.get_by_role("button", name="Öppna", exact=True).click()
        state(page, "Dokumentet är klart.")
        assert chosen(page, "arbetsbok").endswith("Sidan följer filen.")
        page.get_by_role("button", name="Avsluta").click()
        state(page, "Programmet är avslutat.")
    page.close()


# ------------------------------------------------------------------ accessible


@needs_axe
@pytest.mark.parametrize("address", ["/", *(f"/{t.name}" for t in TASKS[1:]), "/regler/LB203"])
def test_page_is_accessible_and_fits_a_narrow_screen(address: str, page: Any) -> None:
    page.goto(address)
    page.evaluate("() => document.querySelectorAll('details').forEach(each => each.open = true)")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []
    assert not overflows(page, 320)
    assert not overflows(page, 640)  # as 1280 at 200 %


@needs_axe
def test_result_is_accessible_and_fits_a_narrow_screen(page: Any, workbook: MakeWorkbook) -> None:
    rows = [{"Aktivitet": f"Nummer {n}", "Status": f"Blått {n}"} for n in range(40)]
    choose(page, workbook(Balanslista=rows))
    state(page, "40 fel")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []
    assert not overflows(page, 320)


@needs_axe
def test_charts_of_every_kind_are_accessible_and_fit_a_narrow_screen(browser: Any) -> None:
    page = browser.new_page()
    page.set_content(web_page(with_charts(*map(of_kind, KINDS))).value)
    page.evaluate("() => document.querySelectorAll('details').forEach(each => each.open = true)")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []
    assert not overflows(page, 320)
    page.close()


@needs_axe
@pytest.mark.parametrize("kind", ["", *LAGESBILD_KINDS, "utkast", "trend"])
def test_report_is_accessible_in_light_and_dark(kind: str, browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "ut.docx"
    if kind == "trend":
        trend(TALLMYRA, path)
    else:
        template = standard_template(kind) if kind in LAGESBILD_KINDS else None
        path = build(GOOD, path, template, draft=kind == "utkast").document or path
    page = browser.new_page()
    page.set_content(web_page(path.read_bytes()).value)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []
    assert not overflows(page, 320)
    page.close()
