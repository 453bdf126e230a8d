"""Pages for everything that staff do: on one's own computer, or on a server for many.

They take the same steps as the command, and know nothing of their own about reports. On a server
the app is ``lagesbild_xlsx.web:app``; what it is told by its environment stands in ``settings``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.applications import Starlette

    app: Starlette

__all__ = ["app"]


def __getattr__(name: str) -> object:
    """Return the app for a server, made when the server asks for it."""
    if name != "app":
        raise AttributeError(name)
    from lagesbild_xlsx.web.pages import create_app  # noqa: PLC0415 - as above
    from lagesbild_xlsx.web.settings import settings_of_server  # noqa: PLC0415 - as above

    return create_app(settings_of_server())
