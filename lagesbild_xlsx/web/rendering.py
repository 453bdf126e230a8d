"""Pages and answers, as a browser gets them."""

from __future__ import annotations

import base64
import json

from jinja2 import Environment, PackageLoader, StrictUndefined

from lagesbild_xlsx.web.answers import Answer

ENVIRONMENT = Environment(
    loader=PackageLoader(__package__ or ""), autoescape=True, undefined=StrictUndefined
)


def rendered(template: str, **values: object) -> str:
    """Return a template filled in; what is put into it is text, and never markup."""
    return ENVIRONMENT.get_template(template).render(**values)


def packed(answer: Answer) -> bytes:
    """Return an answer as JSON, its findings and its figures as HTML.

    It is packed in the process that did the job: the one that serves pages only passes it on.
    """
    files = [
        {"name": f.name, "label": f.label, "data": base64.b64encode(f.content).decode()}
        for f in answer.files
    ]
    is_folded = answer.report and answer.tables
    folded = rendered("folded.html", tables=answer.tables, lines=()) if is_folded else ""
    told = {
        "sentence": answer.sentence,
        "isDone": answer.is_done,
        "findings": rendered("findings.html", findings=answer.findings),
        "more": rendered("more.html", tables=() if folded else answer.tables, lines=answer.lines),
        "folded": folded,
        "report": answer.report,
        "files": files,
        "asks": [ask._asdict() for ask in answer.asks],
        "choices": [choice._asdict() for choice in answer.choices],
    }
    return json.dumps(told, ensure_ascii=False).encode()
