"""What a reader of a web page sees, by Python's own reader of HTML, which no code of ours shares."""

from __future__ import annotations

from html.parser import HTMLParser

UNSEEN = ("head", "style", "script")
LINES = ("p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "br", "sup")
"""Where a new line begins, or the mark of a footnote."""


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in UNSEEN
        self.said += [" "] if tag in LINES else []

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in UNSEEN
        self.said += [" "] if tag in LINES else []

    def handle_data(self, data: str) -> None:
        self.said += [] if self.unseen else [data]


def page_text(content: bytes) -> str:
    """The words of a page."""
    seen = _Seen()
    seen.feed(content.decode("utf-8"))
    seen.close()
    return "".join(seen.said)
