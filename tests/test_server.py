"""The pages on a server for many: what its environment says, and the container that it runs in."""

from __future__ import annotations

import json
import re
from importlib import import_module

import pytest
from starlette.applications import Starlette

from lagesbild_xlsx.web.settings import settings_of_server
from tests.conftest import ROOT

INSTRUCTIONS = {"FROM", "RUN", "WORKDIR", "COPY", "USER", "ENV", "EXPOSE", "CMD"}


def test_environment_names_the_hosts_and_the_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAGESBILD_VARD", "Lagesbild.granby.se, intranat:8080")
    monkeypatch.setenv("LAGESBILD_ARBETARE", "7")
    settings = settings_of_server()
    assert settings.hosts == {"lagesbild.granby.se", "intranat:8080"}
    assert "https://lagesbild.granby.se" in settings.origins
    assert settings.limits.workers == 7
    assert not settings.is_local


@pytest.mark.parametrize("typed", ["", "0", "många", "-1"])
def test_workers_that_are_no_number_are_as_many_as_the_computer_has(
    typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAGESBILD_ARBETARE", typed)
    assert settings_of_server().limits.workers in range(1, 5)


def instructions() -> list[list[str]]:
    """Return the instructions of the Containerfile, each with what it is given."""
    text = (ROOT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [line.split(maxsplit=1) for line in lines]


def test_container_is_built_of_known_instructions_and_files_that_are_there() -> None:
    found = instructions()
    assert found[0][0] == "FROM"
    assert {name for name, _ in found} <= INSTRUCTIONS
    assert re.search(r":[\d.]+", found[0][1]), "the base has a version"
    for paths in (given.split()[:-1] for name, given in found if name == "COPY"):
        assert all((ROOT / path).exists() for path in paths)


def test_container_runs_the_app_as_nobody_in_particular() -> None:
    found = instructions()
    users = [given for name, given in found if name == "USER"]
    assert users
    assert users[-1] not in {"root", "0"}
    [command] = [json.loads(given) for name, given in found if name == "CMD"]
    module, _, name = command[1].partition(":")
    assert isinstance(getattr(import_module(module), name), Starlette)
