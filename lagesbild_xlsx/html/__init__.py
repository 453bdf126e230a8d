"""A built document as a web page: one self-contained file that everybody can read.

It is made from the document, so it says what the document says, in its order and its colours.
"""

from lagesbild_xlsx.html.page import Pages, web_fragment, web_page, web_pages, web_preview
from lagesbild_xlsx.html.signature import is_own

__all__ = ["Pages", "is_own", "web_fragment", "web_page", "web_pages", "web_preview"]
