"""``python -m lagesbild_xlsx`` is the command ``lagesbild``."""

from lagesbild_xlsx.cli import main

main()
