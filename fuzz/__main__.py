"""Fuzzes a target: ``python -m fuzz workbook|template|update [libFuzzer's options]``.

A find leaves its choices in ``.tools/fuzz/NAME``, beside the file that they made of the package.
To see it again: ``python -m fuzz NAME .tools/fuzz/NAME/crash-…``.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["lagesbild_xlsx"]):
    from fuzz.targets import targets

LIMITS = ("-max_len=80", "-len_control=0", "-timeout=60", "-rss_limit_mb=4096")
"""Six edits take some 70 bytes of choices; nothing that small may take a minute or 4 GiB."""


def main() -> None:
    """Fuzz until the time is out, or something escapes."""
    name, *options = sys.argv[1:]
    folder = Path(".tools", "fuzz", name)
    folder.mkdir(parents=True, exist_ok=True)
    corpus = folder / "corpus"
    corpus.mkdir(exist_ok=True)
    again = any(not option.startswith("-") for option in options)
    arguments = [
        *LIMITS,
        f"-artifact_prefix={folder}/",
        *options,
        *([] if again else [str(corpus)]),
    ]
    atheris.Setup([sys.argv[0], *arguments], partial(targets(folder)[name].run, folder))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
