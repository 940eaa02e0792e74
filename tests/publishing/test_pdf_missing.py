"""Where the extra for PDF is not installed, it is said how to install it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from eia import publishing
from tests.asking import assessment
from tests.running import within


def test_without_the_extra_it_is_said_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    monkeypatch.delitem(sys.modules, "eia.publishing.pdf", raising=False)
    monkeypatch.delattr(publishing, "pdf", raising=False)
    ran = within(tmp_path, "export", assessment(tmp_path, "status: draft\n"), "--to", "pdf", "--draft")
    assert ran.code == 2
    assert "a PDF cannot be made here" in ran.err
    assert "equality-impact-assessment[pdf]" in ran.err
    assert not list(tmp_path.glob("*.pdf"))
