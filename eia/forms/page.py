"""The page of a form: all that it says, for whoever follows it; and what it says of one key or word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from eia.forms.find import PLAIN
from eia.forms.remarks import of_question, remarks, sentence, together
from eia.model.asked import ROWS
from eia.model.assessment import Assessment
from eia.model.outline import key_at, outline
from eia.model.profile import TABLES, Profile
from eia.model.reference import GroupReferences
from eia.model.terms import Terms
from eia.model.vocabulary import (
    Aim,
    Called,
    Chapter,
    Column,
    Group,
    Kind,
    Named,
    Outcome,
    Question,
    RatingWord,
    Statement,
    words_of,
)

NOT_REVIEWED = "It does not say when it was last compared with the law."
NOT_FOLLOWED = "Every form builds on this one; no assessment follows it by itself."


def page(form: Profile) -> str:
    """The whole page, in Markdown."""
    sections = (
        *((table.title, _words(form, table.of(form))) for table in TABLES),
        ("How a row is rated", _rated(form)),
        ("Words to choose from", (f"`{key}`: {_said(words)}" for key, words in form.choices.items())),
        ("People whom a new assessment asks for", (f"{role}" for role in words_of(form.people))),
        ("What has to be answered", _required(form)),
        ("Sections of the document", (f"`{key}`: {heading}" for key, heading in form.headings.items())),
        ("Labels of the document", (f"`{key}`: {label}" for key, label in form.words.items())),
        ("Lists of words", (f"`{key}`: {_said(words)}" for key, words in form.word_lists.items())),
        ("Languages", (f"`{language}`" for language in form.translations)),
        ("The law and guidance that it rests on", _law(form)),
    )
    told = (f"## {title}\n\n{listed}" for title, items in sections if (listed := _listed(items)))
    return "\n\n".join((f"# {form.called}", _about(form), *told))


def _about(form: Profile) -> str:
    follow = f"Assessments follow this form with `profile: {form.id}`." if form.id != PLAIN else NOT_FOLLOWED
    builds_on = f"It builds on `{form.extends}`." if form.extends else ""
    return together(follow, builds_on, reviewed(form) if form.law else "")


def reviewed(form: Profile) -> str:
    """When the form was last compared with the law, as a sentence."""
    return f"Last compared with the law: {form.reviewed_on.words}." if form.reviewed_on else NOT_REVIEWED


def _listed(items: Iterable[str]) -> str:
    return "\n".join(f"- {one}" for one in items)


def _words(form: Profile, words: Mapping[str, Named]) -> Iterator[str]:
    return (f"`{key}`: {_word(form, key, word)}" for key, word in words.items())


def _word(form: Profile, key: str, word: Named) -> str:
    """All that the form says about a word of its own; the law by the short names that the page lists at its end."""
    law = ", ".join(f"`{name}`" for name in words_of(word.law))
    return together(
        of_question(form, key) if isinstance(word, Question) else together(sentence(word.label), word.says),
        _only("Also", word.also) if isinstance(word, Called) else "",
        *_particulars(word),
        f"Law: {law}." if law else "",
    )


def _particulars(word: Named) -> Iterator[str]:
    match word:
        case Group():
            yield (
                f"Part of `{word.under}`; its row does not stand for that one, and is not asked for."
                if word.under
                else ""
            )
            yield "A local addition." if word.local else ""
            yield f"Running text speaks of them as: `{_said(word.mentions)}`." if word.mentions else ""
        case Aim():
            yield _groups("Owed to", word.only)
            yield _groups("Not owed to", word.except_)
        case RatingWord():
            yield _only("Counts as", word.means)
            yield f"Level: {word.level}." if word.level else ""
            yield f"Score: {word.score}." if word.score else ""
        case Kind():
            yield _only("Made of", word.holds) or "Made of all parts."
        case Question():
            yield "Asked of each group." if word.of and word.of.everything else _groups("Asked of", word.of)
            yield _only("Asked in", word.kinds)
        case Outcome():
            yield _only("Greatest level of impact", word.levels)
            yield _only("Needs", word.needs)
            yield _only("Goes with", word.kinds)
        case Column():
            yield _only("Holds", word.holds)
            yield f"Of `{word.of}` alone." if word.of else ""
            yield f"In the section `{word.section}`." if word.section else ""
        case Chapter():
            yield _only("Holds", word.holds)
        case _:
            yield ""


def _groups(what: str, groups: GroupReferences | None) -> str:
    return f"{what}: {groups.words}." if groups else ""


def _only(what: str, words: Terms | None) -> str:
    return f"{what}: {_said(words)}." if words else ""


def _said(words: Terms) -> str:
    return ", ".join(words_of(words))


def _rated(form: Profile) -> Iterator[str]:
    if form.levels:
        yield f"Levels, from the least to the greatest: {_said(form.levels)}."
    if form.rated_by == "aims":
        yield "Each row is rated for every aim that is owed to its group."
    if form.rated_by == "stages":
        yield f"Each row is rated at these stages: {', '.join(map(form.scale_name, form.stages))}."


def _required(form: Profile) -> Iterator[str]:
    for status, keys in form.required.items():
        yield f"By `{status}`: {', '.join(f'`{key}`' for key in words_of(keys))}."
    for name, kind in form.kinds.items():
        for status, keys in kind.required.items():
            yield f"By `{status}`, in the kind `{name}`: {', '.join(f'`{key}`' for key in words_of(keys))}."


def _law(form: Profile) -> Iterator[str]:
    for name, one in form.law.items():
        yield f"`{name}`: {_statement(one)}"


def _statement(one: Statement) -> str:
    return together(sentence(one.told), one.says, f"<{one.url}>" if one.url else "")


def about(form: Profile, said: str) -> str | None:
    """What belongs under a key, or what a word of the form means, and by which law; None where it is neither."""
    name = said.rpartition(".")[2]
    words = [(table, word) for table in TABLES if (word := table.of(form).get(name))]
    keys = [key for one in (said, f"{ROWS}.{said}") if (key := key_at(one, outline(Assessment)))][:1]
    of_form = key_at(said, outline(Profile)) if not keys else None
    law = form.law.get(said)
    if not (words or keys or of_form or law):
        return None
    told = (
        *(key.says for key in keys),
        f"A key of a form, in `profile.eia.yaml`. {of_form.says}" if of_form else "",
        remarks(form, "").get(said),
        *(f"{table.called[:1].upper()}{table.called[1:]}: {_word(form, name, word)}" for table, word in words),
        _listed(one.told for _, word in words for one in form.basis(word.law)),
        _statement(law) if law else None,
    )
    return "\n\n".join(filter(None, (f"# {said}", f"In the form `{form.id}`:", *told)))


def names(form: Profile) -> list[str]:
    """Everything that `about` can tell of beside keys about which the form says nothing."""
    return [*remarks(form, ""), *Profile.keys(), *form.law, *(name for table in TABLES for name in table.of(form))]


def law_table(form: Profile) -> Iterator[str]:
    """The statements of law and guidance as rows of a Markdown table, behind their head."""
    yield "| where | what it says, in our own words | how it is known |\n|---|---|---|"
    for one in form.law.values():
        yield f"| {_linked(one)} | {one.says or ''} | {one.known} |"


def _linked(statement: Statement) -> str:
    reference = statement.reference or ""
    return f"[{reference}]({statement.url})" if statement.url else reference
