"""Fixes of a file that cannot be read: as many quotes as it takes."""

from __future__ import annotations

from eia.diagnostics.diagnostic import Diagnostic
from eia.editing.apply import edited
from eia.editing.edit import Edit, spliced
from eia.editing.refused import NotMade
from eia.editing.written import quoted
from eia.fixing.allowed import Fixable, Refused
from eia.fixing.judged import PEOPLE_WRITE, keys_above
from eia.loading import LoadedFile, load_text
from eia.model.judgement import is_judgement
from eia.text.change import Fix, Quote
from eia.text.span import Span, Text


def in_quotes(file: LoadedFile, found: list[Fixable], refused: Refused) -> tuple[Text, list[Diagnostic]]:
    """The text with all quotes that it takes to read it: only behind one slip does the parser come to the next."""
    unsafe = any(not fix.safe for _, fix in found)
    text, draft, quotes, mended = file.text, file, list[Quote](), list[Diagnostic]()
    while draft.tree is None:
        more = len(draft.text.source) - len(text.source)
        waiting = (one for one in draft.diagnostics if one.fix and (one.fix.safe or unsafe))
        last = quotes[-1].span.end if quotes else 0
        new = next(
            ((one, quote) for one in waiting if (quote := _quote(one.fix, more)) and quote.span.start >= last), None
        )
        if new is None:
            break
        mended.append(new[0])
        quotes.append(new[1])
        edits = (Edit(one.span, quoted(text.slice(one.span))) for one in quotes)
        draft = load_text(Text(text.path, spliced(text.source, edits)))
    try:
        if any(is_judgement(keys_above(text, one.span.start)) for one in quotes):
            raise NotMade(PEOPLE_WRITE)
        return edited(text, quotes), mended
    except NotMade as reason:
        refused += ((one, reason.why) for one in mended or [one for one, _ in found])
        return text, []


def _quote(fix: Fix | None, more: int) -> Quote | None:
    """The quotes that a fix puts, so many characters before where it says."""
    if fix and len(fix.changes) == 1 and isinstance(change := fix.changes[0], Quote):
        return Quote(Span(change.span.start - more, change.span.end - more))
    return None
