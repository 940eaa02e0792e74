"""Waivers: what the record of an assessment itself accepts of all that is found in it, with a reason, and until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from eia.diagnostics.diagnostic import Accepted, Diagnostic, Severity
from eia.diagnostics.shown import listed, nearest, quoted, shown_day
from eia.index import Site
from eia.loading import LoadedFile
from eia.model.assessment import Assessment
from eia.model.terms import Term
from eia.model.waiver import Waiver
from eia.project import Dossier
from eia.rules.firm import is_reason, refused
from eia.rules.rule import Problem
from eia.text.span import Span, Text

WAIVERS, OWN_NAME = "waivers", "assessment"
IN_FILES = ("plan", "sources")
"""Keys of an assessment that may hold the name of a file in place of the thing itself."""
Spot = tuple[Text, Span]
NAME_IT = "Write the id of what it is about, or several with commas; a key such as `decision`; or `{}` for all of the assessment."
LOOK_AGAIN = "Look at it again: mend what the rule finds, or write a later day, and who agreed to it."


@dataclass(frozen=True)
class Wrong:
    """Something wrong with a waiver, by its fixed name."""

    rule: str
    severity: Severity
    problem: Problem


@dataclass(frozen=True)
class Standing:
    """A waiver of a dossier, where it stands, and the places that it is about."""

    dossier: Dossier
    waiver: Waiver
    site: Site

    @property
    def rule(self) -> str:
        """The rule that it sets aside."""
        return (self.waiver.rule or "").strip()

    @property
    def terms(self) -> tuple[Term, ...]:
        """What it names, one by one."""
        return self.waiver.at_.items if self.waiver.at_ else ()

    @property
    def because(self) -> str:
        """The reason that it gives."""
        return self.waiver.because.words.strip() if self.waiver.because else ""

    @property
    def has_ended(self) -> bool:
        """Whether its last day is past, or it is to end on no day that anybody could name."""
        until, day = self.waiver.until, self.dossier.day
        return until is not None and (until.last is None or bool(day and until.last < day))

    @property
    def holds(self) -> bool:
        """Whether it says all that it takes to set something aside, and has not ended."""
        return is_reason(self.because) and not refused(self.rule) and not self.has_ended

    @cached_property
    def named(self) -> Mapping[str, tuple[Site, ...]]:
        """By each name, the places that it means."""
        return {term.text: places(self.dossier, term.text) for term in self.terms}

    def at(self, key: str, term: Term | None = None) -> Site:
        """The place of what it says under a key."""
        within = (term.start, term.end) if term else None
        return Site(self.site.file, (*self.site.route, key), within)

    def covers(self, one: Diagnostic) -> bool:
        """Whether a diagnostic is of its rule, and about nothing but what it names, or what lies below that."""
        return one.rule == self.rule and not self.lacks(one)

    def touches(self, term: Term, one: Diagnostic) -> bool:
        """Whether a diagnostic of its rule is about one of the things that it names, and perhaps about others."""
        named = self.named[term.text]
        return one.rule == self.rule and any(_lies_in(place, spot) for place in named for spot in _spots(one))

    def lacks(self, one: Diagnostic) -> list[Spot]:
        """Where a diagnostic is about something that it does not name."""
        named = [place for several in self.named.values() for place in several]
        return [spot for spot in _spots(one) if not any(_lies_in(place, spot) for place in named)]


def of(dossier: Dossier) -> tuple[Standing, ...]:
    """The waivers of a dossier, in the order of its file."""
    said = dossier.assessment.waivers or ()
    return tuple(Standing(dossier, one, dossier.site((WAIVERS, at))) for at, one in enumerate(said))


def waived(dossier: Dossier, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """What was found in a dossier; what its own record accepts, with the reason."""
    standing = [one for one in of(dossier) if one.holds]
    for one in found:
        by = next((each for each in standing if each.covers(one)), None)
        yield replace(one, accepted=_accepted(by)) if by else one


def faults(dossier: Dossier, found: tuple[Diagnostic, ...], asked: Iterable[str]) -> Iterator[Wrong]:
    """What is wrong with the waivers of a dossier, in which this was found by the rules that were asked."""
    for one in of(dossier):
        yield from _half(one)
        yield from _powerless(one)
        yield from _ended(one)
        yield from _aimless(one)
        if one.holds and one.rule in asked:
            yield from _unused(one, found)


def places(dossier: Dossier, name: str) -> tuple[Site, ...]:
    """All that a name can mean in a waiver: things with this id; else the whole assessment; else a part of it."""
    things = tuple(one.site for one in dossier.index.definitions if one.id == name and one.site)
    if things:
        return things
    if name == dossier.assessment.id:
        return tuple(Site(file, ()) for file in dossier.files)
    if name in IN_FILES:
        elsewhere = (dossier.plan if name == "plan" else dossier.sources).site(())
        return (dossier.site((name,)), elsewhere)
    return (dossier.site((name,)),) if Assessment.knows(name) else ()


def _accepted(by: Standing) -> Accepted:
    waiver = by.waiver
    date, until = (when.words if when else "" for when in (waiver.date, waiver.until))
    return Accepted(by.because, waiver.by or "", date, until, on_record=True)


def _spots(one: Diagnostic) -> tuple[Spot, ...]:
    """All places that a diagnostic is about."""
    return ((one.text, one.span), *one.also)


def _lies_in(place: Site, spot: Spot) -> bool:
    """Whether something is told at a place or below it; what is told of waivers themselves lies in none."""
    text, span = spot
    if text.path != place.file.path:
        return False
    route = place.file.tree.route_at(span.start) if place.file.tree else ()
    return route[: len(place.route)] == place.route and route[:1] != (WAIVERS,)


def _half(one: Standing) -> Iterator[Wrong]:
    """What it does not say; not where something in it could not be read, which is told there."""
    if any(unread.route[: len(one.site.route)] == one.site.route for unread in one.site.file.unread):
        return
    if not one.rule:
        message = "this waiver does not say which rule it sets aside"
        help = "Write `rule:` and the name that stands in square brackets at the end of the message."
        yield Wrong("ignore-without-reason", Severity.ERROR, Problem(one.site, message, help))
    if not is_reason(one.because):
        message = "this waiver gives no reason, so it sets nothing aside"
        yield Wrong("ignore-without-reason", Severity.ERROR, Problem(one.site, message, "Write `because:` and why."))
    if not one.terms:
        message = "this waiver does not say what it is about, so it sets nothing aside"
        help = f"Write `at:`. {NAME_IT.format(one.dossier.assessment.id)}"
        yield Wrong("ignore-without-reason", Severity.ERROR, Problem(one.site, message, help))


def _powerless(one: Standing) -> Iterator[Wrong]:
    if one.rule and (told := refused(one.rule)):
        yield Wrong("unknown-rule", Severity.ERROR, Problem(one.at("rule"), *told))


def _ended(one: Standing) -> Iterator[Wrong]:
    until = one.waiver.until
    if until and one.has_ended and not until.misreads:
        ended = f"ended on {shown_day(until.last)}" if until.last else f"names no last day in {quoted(until.words)}"
        message = f"this waiver {ended}, so it sets nothing aside"
        yield Wrong("expired-waiver", Severity.ERROR, Problem(one.at("until"), message, LOOK_AGAIN))


def _aimless(one: Standing) -> Iterator[Wrong]:
    """Names that lead nowhere; not where they may be those of things in a file that could not be read."""
    dossier = one.dossier
    if dossier.out_of_sight - {"group"}:
        return
    for term in one.terms:
        if not one.named[term.text]:
            known = [thing.id for thing in dossier.index.definitions if thing.site]
            help = nearest(term.text, (*known, *Assessment.keys()), NAME_IT.format(dossier.assessment.id))
            message = f"{quoted(term.text)} is nothing that a waiver can be about"
            yield Wrong("unknown-reference", Severity.ERROR, Problem(one.at("at", term), message, help))


def _unused(one: Standing, found: tuple[Diagnostic, ...]) -> Iterator[Wrong]:
    """Names at which the rule finds nothing, or nothing that is not about other things as well."""
    told = [each for each in found if each.rule == one.rule]
    for term in one.terms:
        met = [each for each in told if one.touches(term, each)]
        if not one.named[term.text] or any(map(one.covers, met)):
            continue
        named = quoted(term.text)
        if met:
            message = (
                f"what `{one.rule}` finds at {named} is about other things too, so the waiver does not set it aside"
            )
            rest, how = (spot for each in met for spot in one.lacks(each)), "Add to it what else it is about: {}."
        else:
            message = f"nothing at {named} breaks the rule `{one.rule}`, so the waiver sets nothing aside there"
            rest, how = (
                (spot for each in told if not each.accepted for spot in _spots(each)),
                "It is broken at {}: name that.",
            )
        names = dict.fromkeys(quoted(_name(one.dossier, spot)) for spot in rest)
        help = how.format(listed([*names])) if names else "Take it out."
        yield Wrong("unused-ignore", Severity.WARNING, Problem(one.at("at", term), message, help))


def _name(dossier: Dossier, spot: Spot) -> str:
    """What to write under `at:`, so that a place is meant."""
    text, span = spot
    file = next(file for file in dossier.files if file.path == text.path)
    route = file.tree.route_at(span.start) if file.tree else ()
    around = (dossier.index.at(Site(file, route[:end])) for end in range(len(route), 0, -1))
    thing = next(filter(None, around), None)
    return thing.id if thing else _part(dossier, file, str(next(iter(route), "")))


def _part(dossier: Dossier, file: LoadedFile, key: str) -> str:
    """The part of the assessment that a key begins; what is told of the whole is told at its first line."""
    if file is not dossier.file:
        return "plan" if file is dossier.plan.file else "sources"
    return key if key not in ("", OWN_NAME) else dossier.assessment.id
