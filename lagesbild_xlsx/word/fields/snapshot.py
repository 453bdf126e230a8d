"""A document's stories with what its fields depend on: bookmarks, numbers, styles, properties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from lagesbild_xlsx.word.fields.bookmarks import Bookmark, bookmarks_in
from lagesbild_xlsx.word.fields.document_values import Name
from lagesbild_xlsx.word.fields.found import FieldCode, fields_in
from lagesbild_xlsx.word.fields.labels import DefinedLists, Label, counted, labels_of
from lagesbild_xlsx.word.fields.paragraphs import ParagraphStyles
from lagesbild_xlsx.word.fields.style_references import StyleReferences
from lagesbild_xlsx.word.xml import w


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A document, as its fields see it. What is computed once goes by how the stories were then.

    Attributes:
        stories: the roots of its stories, by the names of their parts.
        main: the name of the main story's part.
        styles: its styles.
        lists: its lists.
        values: its properties and variables.
        sections: the first section that shows a page header or footer, by its part's name.
    """

    stories: Mapping[str, etree._Element]
    main: str
    styles: ParagraphStyles
    lists: DefinedLists
    values: Mapping[Name, str] = field(default_factory=dict)
    sections: Mapping[str, int] = field(default_factory=dict)

    @property
    def story(self) -> etree._Element:
        """The main story."""
        return self.stories[self.main]

    @cached_property
    def labels(self) -> dict[etree._Element, Label]:
        """The numbers of the main story's paragraphs."""
        return labels_of(counted(self.story), self.styles, self.lists)

    @cached_property
    def labels_before(self) -> dict[etree._Element, Label | None]:
        """For each of the main story's paragraphs, its number, or the last one before it."""
        last: Label | None = None
        found = {}
        for paragraph in counted(self.story):
            last = found[paragraph] = self.labels.get(paragraph, last)
        return found

    @cached_property
    def bookmarks(self) -> dict[str, Bookmark]:
        """Its bookmarks, by their folded names."""
        return bookmarks_in(self.stories.values())

    def label_at(self, bookmark: Bookmark) -> Label | None:
        """Return the number of the paragraph that a bookmark is in."""
        return None if bookmark.paragraph is None else self.labels.get(bookmark.paragraph)

    @cached_property
    def styled(self) -> StyleReferences:
        """Its texts by their styles."""
        return StyleReferences(self.story, self.styles, self.labels)

    @cached_property
    def _captions(self) -> Counter[str]:
        """How many captions there are of each folded name."""
        codes = (each.code for each in fields_in(self.story))
        return Counter(code.argument.casefold() for code in codes if code.kind == "SEQ")

    def depended_on(self, code: FieldCode) -> object:
        """Return what a field depends on, to be compared with that of another time."""
        name = code.argument.casefold()
        if code.kind in ("REF", "PAGEREF", "NOTEREF"):
            bookmark = self.bookmarks.get(name)
            label = self.label_at(bookmark) if bookmark else None
            return bookmark and (bookmark.text, label and label.texts)
        if code.kind == "SEQ":
            return self._captions[name]
        if code.kind == "STYLEREF":
            return self.styled.texts(code.argument)
        return None


def sections_of(story: etree._Element, targets: Mapping[str, str]) -> dict[str, int]:
    """Return the first section that names a part as its page header or footer.

    Args:
        story: the main story.
        targets: the names of parts by the relationship ids that it has for them.
    """
    found: dict[str, int] = {}
    for number, section in enumerate(story.iter(w("sectPr"))):
        for reference in section.iterchildren(w("headerReference"), w("footerReference")):
            for attribute, value in reference.attrib.items():
                if str(attribute).endswith("}id"):
                    found.setdefault(targets.get(str(value), ""), number)
    return found
