"""The documentation site: it builds, every link of it leads somewhere, and everybody can read it, also without a network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from eia.forms.find import shipped, shipped_names

pytestmark = pytest.mark.outside

MISSING = (
    "set EIA_NODE_MODULES to the folder node_modules that holds puppeteer-core and axe-core "
    "(npm install puppeteer-core axe-core); the browser is /usr/bin/chromium, or what EIA_CHROMIUM names"
)
AXE = Path(__file__).parent / "axe.mjs"
BAD = """<!doctype html><html lang=""><title></title><body style="width:2000px"><img src="https://example.org/x.png">
<p style="color:#bbb">pale</p>"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as somebody would publish it."""
    folder = tmp_path_factory.mktemp("built") / "site"
    build = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(build, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, f"{done.stdout}{done.stderr}"
    return folder


def objections(site: Path) -> list[str]:
    """What axe says of every page of a site, wide and narrow, and what it cannot say: links abroad, sideways scrolling."""
    assert os.environ.get("EIA_NODE_MODULES"), MISSING
    done = subprocess.run(["node", str(AXE), str(site)], capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert len(report["pages"]) >= len(list(site.rglob("*.html")))
    return [f"{one['page']} at {one['width']}: {one['rule']}: {one['words']}" for one in report["findings"]]


def test_everybody_can_read_every_page_on_a_wide_screen_and_on_a_narrow_one(site: Path) -> None:
    found = objections(site)
    assert not found, "\n\n".join(found[:20])


def test_a_page_that_not_everybody_can_read_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(BAD, encoding="utf-8")
    found = "\n".join(objections(tmp_path))
    for rule in ("image-alt", "color-contrast", "html-has-lang", "needs-network", "scrolls-sideways"):
        assert f" at 320: {rule}: " in found


def test_every_link_leads_to_a_page_and_a_place_in_it(site: Path) -> None:
    pages = {path: Page.of(path) for path in site.rglob("*.html")}
    broken = [
        f"{path.relative_to(site)} links to {link}"
        for path, page in pages.items()
        for link in page.links
        if not leads_somewhere(link, path, pages)
    ]
    assert not broken, "\n".join(broken)


def test_every_page_can_be_reached_from_the_first(site: Path) -> None:
    pages = {path: Page.of(path) for path in site.rglob("*.html")}
    reached, waiting = set(), [site / "index.html"]
    while waiting:
        path = waiting.pop()
        if path in pages and path not in reached:
            reached.add(path)
            waiting += [goal_of(link, path) for link in pages[path].links if not urlsplit(link).scheme]
    assert {path.name for path in set(pages) - reached} <= {"404.html", "search.html"}


class Page(HTMLParser):
    """The links of a page, and the places in it that can be linked to."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.places: set[str] = {""}

    @classmethod
    def of(cls, path: Path) -> Page:
        page = cls()
        page.feed(path.read_text("utf-8"))
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.places.add(said.get("id") or "")
        self.links += _found(said)


def _found(said: dict[str, str | None]) -> Iterator[str]:
    for name in ("href", "src", "action"):
        if value := said.get(name):
            yield value


@cache
def of_the_law() -> set[str | None]:
    return {one.url for name in shipped_names() for one in shipped(name).profile.law.values()}


def goal_of(link: str, path: Path) -> Path:
    """The file a link leads to."""
    named = unquote(urlsplit(link).path)
    goal = Path(os.path.normpath(path.parent / named)) if named else path
    return goal / "index.html" if goal.is_dir() else goal


def leads_somewhere(link: str, path: Path, pages: dict[Path, Page]) -> bool:
    """Links abroad are not followed: they may lead to where a form says the law stands, and to example.org, which is nobody's."""
    parts = urlsplit(link)
    if parts.scheme:
        return parts.scheme == "data" or parts.hostname == "example.org" or link in of_the_law()
    if path.name == "404.html" and parts.path.startswith("/"):  # shown at any depth, so it counts from the top
        path, link = path.parent / "index.html", link.removeprefix("/")
    goal = goal_of(link, path)
    return goal.exists() and (goal not in pages or unquote(parts.fragment) in pages[goal].places)
