"""A shortcut on the desktop that opens the pages: for those who never see a command window."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from lagesbild_xlsx import rules
from lagesbild_xlsx.diagnostics import StopError
from lagesbild_xlsx.files import write_whole
from lagesbild_xlsx.places import FILE

NAME, PROGRAM = "Samlad lägesbild", "lagesbild-sida"
DESKTOPS = ("Desktop", "Skrivbord")
ENTRY = """[Desktop Entry]
Type=Application
Name={name}
Comment=Gör en samlad lägesbild
Exec="{program}" %f
Terminal=false
"""
LINK = (
    "$s = (New-Object -ComObject WScript.Shell);"
    "$p = Join-Path $s.SpecialFolders('Desktop') $args[0];"
    "$l = $s.CreateShortcut($p); $l.TargetPath = $args[1]; $l.Save(); Write-Output $p"
)
"""What Windows is asked for: a shortcut is a file that only it can write."""


def make_shortcut(home: Path) -> Path:
    """Make a shortcut on the desktop, and return its path.

    Args:
        home: the person's own folder.

    Raises:
        StopError: it cannot be made here.
    """
    program = _program()
    if program is None:
        raise StopError(rules.SHORTCUT_NOT_MADE.at(FILE))
    if sys.platform == "win32":
        return _windows_shortcut(program)
    desktop = next((home / name for name in DESKTOPS if (home / name).is_dir()), None)
    if desktop is None:
        raise StopError(rules.SHORTCUT_NOT_MADE.at(FILE))
    is_mac = sys.platform == "darwin"
    path = desktop / f"{NAME}.{'command' if is_mac else 'desktop'}"
    text = (
        f'#!/bin/sh\nexec "{program}" "$@"\n'
        if is_mac
        else ENTRY.format(name=NAME, program=program)
    )
    write_whole(path, text.encode())
    path.chmod(0o755)
    return path


def _program() -> Path | None:
    """Return the program that opens the pages without a command window."""
    beside = shutil.which(PROGRAM, path=str(Path(sys.executable).parent))
    found = beside or shutil.which(PROGRAM)
    return Path(found) if found else None


def _windows_shortcut(program: Path) -> Path:
    shell = shutil.which("powershell") or "powershell"
    command = [shell, "-NoProfile", "-NonInteractive", "-Command", f"& {{{LINK}}}"]
    try:
        done = subprocess.run(  # noqa: S603 - a program of Windows, no shell
            [*command, f"{NAME}.lnk", str(program)], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise StopError(rules.SHORTCUT_NOT_MADE.at(FILE)) from error
    return Path(done.stdout.strip())
