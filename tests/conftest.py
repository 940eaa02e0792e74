"""What the tests keep is kept to the end: to look through it for garbage again and again would take a tenth of their time."""

from __future__ import annotations

import gc

import pytest


def pytest_collection_finish(session: pytest.Session) -> None:
    gc.freeze()
    gc.set_threshold(50_000, 50, 100)
