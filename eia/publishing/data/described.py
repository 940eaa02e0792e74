"""What the keys mean that the data has beside those of the format, and of what kind each value is."""

from __future__ import annotations

from collections.abc import Mapping

Fields = Mapping[str, tuple[str, str]]
"""By its name, of what kind a value is, and what it means. Brackets make a list of it; a question mark says that it may lack."""

POINTER = ("text", "Where it stands in this file, below `written`, as a JSON pointer (RFC 6901).")
PLACE: Fields = {"pointer": POINTER}
NONE: Fields = {"none": ("text", "That there is none, and why: this item is then the only one.")}
ID: Fields = {"id": ("text", "Its short name, by which others cite it.")}
NAME: Fields = {"name": ("text", "The name that somebody gave it.")}
WORDS: Fields = {"words": ("text", "What is said.")}
FOR: Fields = {
    "for": ("text", "The aim, the stage or the step that this is for, where there is one for each."),
    "for-label": ("text", "What the form calls that."),
}

HEAD: Fields = {
    "$schema": ("text", "The name of the schema."),
    "format": ("text", "What this file is."),
    "version": ("number", "The version of this format. Keys may come without a new one."),
    "written-by": ("text", "The program that wrote the file."),
    "seal": ("text", "A hash of all the rest, so that `eia export` overwrites nothing that somebody changed."),
    "draft": ("flag", "Whether it was exported with `--draft`: there may be errors in it."),
}

DEFINED: Mapping[str, tuple[str, Fields]] = {
    "date": (
        "A date, a period, or how often something comes again.",
        {
            "written": ("text", "The words of the file."),
            "earliest": ("day", "The first day that may be meant; null where that is open or could not be read."),
            "latest": ("day", "The last day that may be meant; null where that is open or could not be read."),
        },
    ),
    "references": (
        "What is cited.",
        {
            "written": ("text?", "The words of the file, e.g. `1.a–c; all of 2`."),
            "ids": ("[text]?", "The ids of all that is meant: of a range each, of a section each of its actions."),
            "unknown": ("[text]?", "What is cited and is not there."),
            "none": ("text?", "That there is none, and why; then nothing else stands here."),
        },
    ),
    "figures": (
        "The figures of a line, one for each column.",
        {
            "written": ("text", "The words of the file, e.g. `76% (941 of 1,232) v 60%`."),
            "figures": ("[figure]", "Each figure in numbers."),
        },
    ),
    "rating": (
        "A rating of the impact.",
        {
            "written": ("text", "The words of the file, e.g. `neutral to positive`."),
            "ratings": ("[rated]", "Each word of the form's scale that is meant; of a range, both ends."),
        },
    ),
    "terms": (
        "One word or several.",
        {"written": ("text", "The words of the file."), "words": ("[text]", "Each of the words by itself.")},
    ),
    "figure": (
        "A figure. Where no number could be read, there are only its words.",
        {
            "words": ("text", "The figure as it is written."),
            "value": ("number?", "Its number, with all noughts: 1500000 for `£1.5m`."),
            "to": ("number?", "The other end, where it is a range."),
            "count": ("number?", "How many were counted: 941 in `76% (941 of 1,232)`."),
            "of": ("number?", "Of how many: 1232 there."),
            "unit": ("text?", "`%`, `points`, `times`, `£`, `minutes` and the like; `of` for a bare `32 of 40`."),
            "per": ("text?", "`a year`, `a head` and the like."),
            "approx": ("text?", "`about`, `nearly`, `over`, `under`, `at least` or `at most`."),
            "absent": ("text?", "Why there is no number: `suppressed`, `not collected` and the like."),
        },
    ),
    "rated": (
        "A word of the form's scale.",
        {
            "word": ("text", "The word; where the form has none such, what is written."),
            "label": ("nullable", "What the form calls it; null where it has no such word."),
            "means": ("[text]?", "The directions that it means: positive, negative, none or unknown."),
            "level": ("text?", "How great the impact is, where the scale has levels."),
            "score": ("text?", "The number that the form gives it."),
        },
    ),
    "group": (
        "A group that the form names.",
        {
            "id": ("text", "Its short name in the form."),
            "label": ("text", "What the form calls it."),
            "law": ("[text]", "Where the law names it."),
        },
    ),
    "named": (
        "A thing that somebody cites, or that cites something.",
        {
            "sort": ("text", "What it is: row, action, section, source, evidence, engagement, related or group."),
            "id": ("text", "Its id."),
            "title": ("text", "What it is called, or what it says."),
            "pointer": ("text?", POINTER[1]),
        },
    ),
}
"""Things that stand in many places: what each is, and its keys."""

PARTS: Mapping[str, tuple[str, Fields]] = {
    "about": (
        "Facts about the assessment.",
        {"id": ("text", "Its short name."), "kind-label": ("text", "What the form calls this kind.")},
    ),
    "form": (
        "The form that it follows.",
        {"id": ("nullable", "Its short name; null where it is not known."), "title": ("nullable", "Its title.")},
    ),
    "answers": ("", {"asked": ("text", "How the form asks it.")}),
    "screening": ("", {"outcome-label": ("text", "What the form calls the outcome.")}),
    "decision": ("", {"outcome-label": ("text", "What the form calls the outcome.")}),
    "approvals": ("", {"as-label": ("text", "What the form calls the capacity in which somebody signed.")}),
}
"""By its name, what stands in a part, where the format does not say it, and what it has beside the keys of the format."""

LISTS: Mapping[str, tuple[str, Fields]] = {
    "rows": (
        "Every row of every table.",
        {
            "table": ("text", "The table that it stands in: characteristics, intersections or duties."),
            "id": ("text", "Its name."),
            "title": ("text", "What the document calls it."),
            "groups": ("[group]", "The groups of the form that it is about."),
            **PLACE,
            **NONE,
        },
    ),
    "gaps": (
        "What is not known.",
        {"row": ("text", "The row that it is about; without one, it is about people in general."), **PLACE, **NONE},
    ),
    "plan": ("The plan itself.", {}),
    "sections": ("The sections of the plan.", PLACE),
    "actions": (
        "The actions of the plan, whichever section they stand in.",
        {
            **PLACE,
            "section": ("text", "The id of the section that it stands in."),
            "section-title": ("text", "The title of that section."),
            "cited-by": ("[named]", "Who cites it, each once."),
        },
    ),
    "sources": ("Where the facts come from.", {**ID, **PLACE}),
    "citations": (
        "Who cites whom: an item for each citation, and of a range for each id in it.",
        {
            "by": ("named-or-null", "What cites; null where that has no id, such as the decision."),
            "cites": ("text", "The id that is cited."),
            "found": ("text", "How it was found: `exact`, in other `case`, as a `lookalike`; or not (`unknown`)."),
            "targets": ("[named]", "What is meant: nothing, or one thing; several only where several have one id."),
            "pointer": POINTER,
        },
    ),
    "silences": (
        "Where nothing is said though the form asks: groups without a row, and what is not said to the end.",
        {
            "row": ("text", "The row that is silent, or the group that has none."),
            "key": ("text", "What it is silent about, e.g. `characteristics.impact`."),
            "pointer": POINTER,
        },
    ),
    "unread": (
        "What no part of the format could take. Only a draft has any.",
        {"words": ("text", "The lines as they stand."), "pointer": ("text", "Where they would have belonged.")},
    ),
    "written": (
        "What each file says, just as it says it: every key and text in its place, null where a key has nothing under it.",
        {
            "assessment": ("written", "The file of the assessment."),
            "plan": ("written", "The file of the plan, where it is one of its own."),
            "sources": ("written", "The file of the sources, where it is one of its own."),
        },
    ),
}
"""The same of what the format has in other places, or not at all, in the order of the file."""
