"""A name for each diagnostic that stays the same while lines come and go: by it, other tools know what they have seen before."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator

from eia.diagnostics.diagnostic import Diagnostic

LENGTH = 32
"""Half a hash: more than enough to tell a project's diagnostics apart, and short enough for a line."""


def fingerprinted(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Each diagnostic with its fingerprint: of the rule, the thing and what is said of it.

    Of those that are equal in all three, each has its number in the hash too, so that no two are taken for one."""
    seen: Counter[tuple[str, ...]] = Counter()
    for one in diagnostics:
        key = (one.rule, *one.at, one.message)
        seen[key] += 1
        said = json.dumps([one.rule, one.at, one.message, seen[key]], ensure_ascii=True)
        yield one, hashlib.sha256(said.encode()).hexdigest()[:LENGTH]
