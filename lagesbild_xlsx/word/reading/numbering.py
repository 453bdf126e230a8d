"""What is typed where Word shows a bullet or a number by itself before an item of a list."""

from __future__ import annotations

from lxml import etree

from lagesbild_xlsx.word.fields.labels import DefinedLists, Label, counted, labels_of
from lagesbild_xlsx.word.fields.paragraphs import ParagraphStyles

BULLET = "–"
"""What stands for any bullet; a font may show it as anything."""


def typed_labels(
    root: etree._Element, styles: etree._Element, numbering: etree._Element | None
) -> dict[etree._Element, str]:
    """Return what stands before each list item below an element; nothing but for those.

    Args:
        root: the element.
        styles: the styles of its document.
        numbering: the lists of its document, if it has any.
    """
    labels = labels_of(counted(root), ParagraphStyles(styles), DefinedLists(numbering))
    return {paragraph: _typed(label) for paragraph, label in labels.items()}


def _typed(label: Label) -> str:
    return BULLET if label.is_bullet else label.in_known_forms.text.strip()


def typed_sign(label: str) -> str:
    """Return what is typed where Word shows a bullet or a number before an item."""
    return "- " if label == BULLET else f"{label} "
