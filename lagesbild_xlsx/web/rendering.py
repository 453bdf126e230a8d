"""Pages as a browser gets them: templates filled in."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

ENVIRONMENT = Environment(
    loader=PackageLoader(__package__ or ""), autoescape=True, undefined=StrictUndefined
)


def rendered(template: str, **values: object) -> str:
    """Return a template filled in; what is put into it is text, and never markup."""
    return ENVIRONMENT.get_template(template).render(**values)
