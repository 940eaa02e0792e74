"""What the documentation shows pictures of: pages of Word documents, and a web page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import eia
from eia.document.layout import Layout

MENDED = Path("assessments/mopac-action-plan-2020-mended/assessment.eia.yaml")
COMPLETE = Path("assessments/library-hours-2026/assessment.eia.yaml")


@dataclass(frozen=True)
class Page:
    """A page of a sample as Word prints it: the last with a line of just these words."""

    name: str
    sample: Path
    words: str
    layout: Layout = "table"
    summary: bool = False

    def word(self) -> bytes:
        """The document that it is a page of."""
        return eia.export(self.sample, layout=self.layout, summary=self.summary)


@dataclass(frozen=True)
class Web:
    """A sample as a web page, on a wide screen and beside it on a telephone."""

    name: str
    sample: Path

    def page(self) -> bytes:
        """The page itself."""
        return eia.export(self.sample, to="html")

    def seal(self) -> str:
        """What the page says of its own words at its end."""
        return self.page().rsplit(b"eia-seal ", 1)[1].split()[0].decode()


WEB_PAGES = (Web("web-page", COMPLETE),)
PAGES = (
    Page("word-page", MENDED, "Equality impact assessment"),
    Page("word-glance", COMPLETE, "At a glance"),
    Page("word-coverage", COMPLETE, "Coverage of the assessment"),
    Page("word-headings", COMPLETE, "Disability", "headings"),
    Page("word-summary", COMPLETE, "What people told us", summary=True),
)
