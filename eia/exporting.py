"""From a dossier to the bytes of a document; what is for everybody is made without what is private, and looked at once more."""

from __future__ import annotations

from dataclasses import dataclass, replace

from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.project import Dossier
from eia.publishing.edition import Edition
from eia.publishing.save import render
from eia.unfit import NotPublic
from eia.withholding.leak import leaking, unpacked
from eia.withholding.publication import publication
from eia.withholding.withheld import Withheld


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of a document, and what is withheld in it."""

    content: bytes
    withheld: tuple[Withheld, ...] = ()


def made(dossier: Dossier, diagnostics: tuple[Diagnostic, ...], edition: Edition) -> Made:
    """The document of a dossier of which this was found. Raises what `render` does, and `NotPublic`."""
    if not edition.public:
        return Made(render(dossier, diagnostics, edition))
    ready = publication(dossier)
    if ready.open:
        raise NotPublic(f"{dossier.assessment.id} cannot be published as it is", ready.open)
    before = {(one.rule, one.at) for one in diagnostics}
    told = tuple(one for one in ready.told if (one.rule, one.at) in before)
    content = render(ready.dossier, told, edition)
    page = replace(edition, format="html")  # of which a PDF is drawn, whose own bytes are packed
    looked = content if edition.format != "pdf" else render(ready.dossier, told, page)
    if found := tuple(leaking(unpacked(looked), ready.dossier, ready.withheld)):
        raise NotPublic(f"the document of {dossier.assessment.id} holds what is withheld", map(_leaked, found))
    return Made(content, ready.withheld)


def _leaked(one: Withheld) -> Diagnostic:
    message = "what is withheld here is in the document all the same"
    help = "If it stands in the template, take it out there. Else please report it, as `eia help proof` says."
    return Diagnostic("leaked", Severity.ERROR, message, *one.place, help)
