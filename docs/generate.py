"""Makes the pages that the program can write itself: rules, commands, keys, forms, law; run it from the project's folder."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import chdir
from datetime import date
from importlib import import_module
from inspect import cleandoc
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from eia.cli import cli
from eia.diagnostics.human import human
from eia.forms.find import shipped, shipped_names
from eia.forms.page import law_table, reviewed
from eia.forms.page import page as form_page
from eia.linting import lint
from eia.model.assessment import Approval, Assessment, Decision, FollowUp, Policy, Related, Review
from eia.model.evidence import Engagement, Evidence, Source
from eia.model.part import Nothing, Part
from eia.model.plan import Action, Plan, Section
from eia.model.profile import Profile
from eia.model.row import Answer, Gap, Intersection, Mitigation, Row
from eia.model.vocabulary import (
    Aim,
    Column,
    Declaration,
    Duty,
    Group,
    Kind,
    Layout,
    Outcome,
    Question,
    RatingWord,
    Signatory,
    Statement,
    Translation,
)
from eia.model.waiver import Waiver
from eia.publishing.data.schema import schema as data_schema
from eia.rules import ALL, FAMILIES
from eia.rules.manual import page, summaries
from eia.settings import PRESETS, Choice
from tests.editing.written_cases import cases

DOCS = Path(__file__).parent
MODEL = Path(__file__).parent.parent / "eia" / "model"

HEAD = "assessment: example\n"
USUAL = {"profile": "gb-equality-act", "status": "in-review"}
AS_OF = date(2026, 6, 1)
"""What stands before the examples of the pages, and the day that is today in them; the tests of the pages go by these too."""
BAD = re.compile(r"(?<=\n## Bad\n\n)```yaml\n(?P<example>.*?)```\n", re.DOTALL)

PARTS: tuple[tuple[str, type[Part]], ...] = (
    ("An assessment", Assessment),
    ("Each item of `follow-up:`", FollowUp),
    ("Each entry of `related:`", Related),
    ("`policy:`", Policy),
    ("Each entry of `engagement:`", Engagement),
    ("Each entry of `evidence:`", Evidence),
    ("Each row of `characteristics:`, `duties:` and `intersections:`", Row),
    ("A row of `intersections:` besides", Intersection),
    ("Each item of `mitigations:`", Mitigation),
    ("Each item of `gaps:`", Gap),
    ("Each entry of `answers:`", Answer),
    ("`decision:` and `screening:`", Decision),
    ("`review:`", Review),
    ("Each item of `approvals:`", Approval),
    ("Each item of `waivers:`", Waiver),
    ("A plan", Plan),
    ("Each item of `sections:`", Section),
    ("Each item of `actions:` of a plan", Action),
    ("Each entry of a file of `sources:`", Source),
    ("In place of a list or a table that is empty for a reason", Nothing),
)

FORM_PARTS: tuple[tuple[str, type[Part]], ...] = (
    ("A form", Profile),
    ("Each entry of `law:`", Statement),
    ("Each entry of `groups:`", Group),
    ("Each entry of `aims:`", Aim),
    ("Each entry of `ratings:`", RatingWord),
    ("Each entry of `duties:`", Duty),
    ("Each entry of `kinds:`", Kind),
    ("Each entry of `questions:`", Question),
    ("Each entry of `screening:` and `decision:` under `outcomes:`", Outcome),
    ("Each entry of `signatories:`", Signatory),
    ("Each entry of `declarations:`", Declaration),
    ("`layout:`", Layout),
    ("Each entry of `columns:` under `layout:`", Column),
    ("Each language under `translations:`", Translation),
)

FIRST_LINE = "Its first line is `{}:`, with a short name of its own."


def main() -> None:
    """Write every page that is not yet as it should be, and remove pages of rules that are gone."""
    made = pages()
    for path, text in made.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in set((DOCS / "rules").glob("*.md")) - set(made):
        path.unlink()


def pages() -> dict[Path, str]:
    """The pages with their paths."""
    named = {name: with_message(name, page(name) or "") for name, _, _ in summaries()}
    back = "[All rules](index.md)\n"
    return {
        **{DOCS / "rules" / f"{name}.md": f"{text.strip()}\n\n{back}" for name, text in named.items()},
        DOCS / "rules" / "index.md": "\n".join(_rules()) + "\n",
        DOCS / "commands.md": "\n".join(_commands()) + "\n",
        DOCS / "keys.md": "\n".join(_keys()) + "\n",
        DOCS / "data-keys.md": "\n".join(_data_keys()) + "\n",
        DOCS / "form-keys.md": "\n".join(_form_keys()) + "\n",
        DOCS / "law.md": "\n".join(_law()) + "\n",
        DOCS / "edits.md": "\n".join(_edits()) + "\n",
        **{DOCS / "forms" / f"{name}.md": form_page(shipped(name).profile) + "\n" for name in shipped_names()},
    }


def _rules() -> Iterator[str]:
    yield "# All rules\n"
    yield "Here you can look up every message of `eia lint` by the name that stands in square brackets at its end."
    yield "`eia explain NAME` prints the same page.\n"
    yield "An **error** must be mended before a document can be exported, other than as a draft. A **warning** asks you to look."
    yield "A **note** is advice. Some count for less until the assessment has a certain status. Those marked *strict* or"
    yield "*review* are asked only where a [preset](../how-to/choose-a-preset.md) has them."
    weights = {name: (weight, summary.rstrip(".")) for name, weight, summary in summaries()}
    presets = {rule.id: rule.preset for rule in ALL}
    for family, rules in FAMILIES.items():
        title, _, about = (import_module(f"eia.rules.{family}").__doc__ or "").partition(":")
        yield from _rules_of(title, about.strip(), [rule.id for rule in rules], weights, presets)
    rest = [name for name in weights if name not in presets]
    yield from _rules_of("Reading the files", "what can be wrong before any rule is asked.", rest, weights, presets)


def _rules_of(
    title: str, about: str, names: list[str], weights: dict[str, tuple[str, str]], presets: Mapping[str, str]
) -> Iterator[str]:
    yield f"\n## {title}\n\n{about[:1].upper()}{about[1:]}\n\n| rule | severity | what it asks for |\n|---|---|---|"
    for name in names:
        weight, summary = weights[name]
        preset = f", *{presets[name]}*" if presets.get(name, PRESETS[0]) != PRESETS[0] else ""
        yield f"| [{name}]({name}.md) | {weight}{preset} | {summary} |"


def with_message(name: str, text: str) -> str:
    """The page of a rule with what lint says of its Bad example below that."""
    found = BAD.search(text)
    if not found:
        return text
    said = "\n".join(f"    {line}".rstrip() for line in message(name, found["example"]).splitlines())
    return f"{text[: found.end()]}\n`eia lint` says:\n\n{said}\n{text[found.end() :]}"


def message(name: str, example: str) -> str:
    """What lint says of one rule in an example."""
    with TemporaryDirectory() as folder, chdir(folder):
        path = written(Path("example.eia.yaml"), example)
        checked = lint([path], as_of=AS_OF, choice=Choice("review"))
        return "".join(human(one for one in checked.diagnostics if one.rule == name)).rstrip()


def written(path: Path, example: str) -> Path:
    """A file that holds an example, with what is usual in front of it."""
    usual = "".join(f"{key}: {value}\n" for key, value in USUAL.items() if not re.search(f"^{key}:", example, re.M))
    path.write_text(HEAD + usual + example, encoding="utf-8")
    return path


def _commands() -> Iterator[str]:
    yield "# All commands\n"
    yield "Here you can look up every command and its options. `eia COMMAND --help` prints the same.\n"
    yield "Words in capitals stand for something of yours: ASSESSMENT for a file, a folder or the short name of an assessment."
    context = click.Context(cli, info_name="eia")
    for name in cli.list_commands(context):
        command = cli.commands[name]
        if not command.hidden:
            yield from _command(command, click.Context(command, info_name=name, parent=context))


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    info = command.to_info_dict(context)
    usage = " ".join(["eia", str(info["name"]), *command.collect_usage_pieces(context)])
    yield f"\n## eia {info['name']}\n\n    {usage}\n\n{cleandoc(info['help'] or '')}"
    shown = [param for param in command.params if isinstance(param, click.Option) and not param.hidden]
    if shown:
        yield "\n| option | what it does |\n|---|---|"
    for option in shown:
        yield f"| {_spelling(option)} | {_help(option)} |"


def _spelling(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    if option.is_flag or option.count or isinstance(option.type, click.Choice):
        return names
    return f"{names} {option.metavar or option.type.name.upper()}"


def _help(option: click.Option) -> str:
    choices = ", ".join(f"`{one}`" for one in option.type.choices) if isinstance(option.type, click.Choice) else ""
    default = f"Without it: `{option.default}`." if isinstance(option.default, str) else ""
    words = [option.help or "", f"One of: {choices}." if choices else "", default]
    return " ".join(word for word in words if word).replace("|", "\\|")


def _keys() -> Iterator[str]:
    yield "# All keys\n"
    yield "Here you can look up what may stand where. [The file format](format.md) shows the same by example.\n"
    yield "No key has to be there. What nobody answered is printed as unanswered. Keys of your own begin with `x-`."
    yield from _tables(PARTS)


def _form_keys() -> Iterator[str]:
    yield "# All keys of a form\n"
    yield "Here you can look up what may stand in a `profile.eia.yaml`."
    yield "[Make your organisation's own form](how-to/make-your-own-form.md) shows the same by example.\n"
    yield "No key has to be there: what a form does not say, the one that it extends says. A word with nothing but a label may be"
    yield "written on one line, as in `carers: Unpaid carers`."
    yield from _tables(FORM_PARTS)


def _law() -> Iterator[str]:
    yield "# The law that the forms rest on\n"
    yield "Here you can look up each statement of law, guidance and practice that a form of eia rests on, and how far it has been"
    yield "verified. Messages of `eia lint` quote them as their basis: those of the form that is followed, and no other's.\n"
    yield "It says *verified in the source* where somebody read the Act, the judgment or the guidance itself, *from a secondary"
    yield "source* where somebody read about it elsewhere, and *from memory, not verified* where neither was done. None of it is"
    yield "legal advice."
    for name in shipped_names():
        form = shipped(name).profile
        yield f"\n## {form.called}\n"
        yield f"The form [`{name}`](forms/{name}.md). {reviewed(form)}\n"
        yield from law_table(form)


TOPICS = {
    "words": "When words or keys change",
    "add": "When something is added",
    "remove": "When something is taken away",
    "move": "When something is moved",
    "remarks": "When remarks, hidden signs and quotes change",
}


def _edits() -> Iterator[str]:
    yield "# What eia does to your file\n"
    yield "Here you can look up what becomes of an awkward file when eia changes it. Every row is a test, which shows the file"
    yield "before and afterwards (`tests/editing/cases`).\n"
    yield "Only the characters that have to change are changed. What comes of it is read again before anything is written: it has"
    yield "to say what was meant and nothing else, with every remark that was there. Where that cannot be had, the change is not"
    yield "made, and you are told why.\n"
    yield "Files are then written all or none. A file that you have changed meanwhile is left as it is, and so are the others."
    yield "Should the machine stop while several files are written, `.eia-unfinished.json` is left in the project's folder: the"
    yield "next change finishes what was begun, says so, and takes it away. It never touches a file that you have changed since."
    said = list(cases())
    for topic, title in TOPICS.items():
        yield f"\n## {title}\n\n| where | what comes of it |\n|---|---|"
        for one in said:
            if one.topic == topic:
                yield f"| {one.name} | {f'not made, since {one.reason}' if one.reason else 'made'} |"


def _data_keys() -> Iterator[str]:
    yield "# All keys of the data\n"
    yield "Here you can look up what stands where in the file that `eia export --to json` writes."
    yield "[Use the data](how-to/use-the-data.md) shows how to read it.\n"
    yield "A key that is not answered is left out; a list is there even if it is empty."
    yield "Keys of your own (`x-…`) stand as they are."
    whole = json.loads(data_schema())
    lists = {key: one for key, one in whole["properties"].items() if one.get("type") in ("object", "array")}
    head = {key: one for key, one in whole["properties"].items() if key not in lists}
    yield from _described("The head of the file", "", head)
    for key, one in lists.items():
        held = one.get("items", one)
        title = f"`{key}`, a list" if "items" in one else f"`{key}`, one thing"
        yield from _described(title, one["description"], held["properties"])
    for key, one in whole["definitions"].items():
        yield from _described(f"Where it says {_called(key)}", one["description"], one["properties"])


def _described(title: str, says: str, keys: Mapping[str, dict[str, Any]]) -> Iterator[str]:
    yield f"\n## {title}\n\n{says}".rstrip()
    if keys:
        yield "\n| key | what stands there | what it means |\n|---|---|---|"
    for key, one in _flat(keys):
        yield f"| `{key}` | {_kind_of(one)} | {one['description'].replace('|', chr(92) + '|')} |"


def _flat(keys: Mapping[str, dict[str, Any]], above: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key, and below one that has keys of its own, these."""
    for key, one in keys.items():
        yield above + key, one
        yield from _flat(one.get("items", one).get("properties", {}), f"{above}{key}.")


def _kind_of(one: Mapping[str, Any]) -> str:
    if "const" in one:
        return f"`{one['const']}`"
    if "items" in one:
        return "a list" if "properties" in one["items"] else f"a list: {_kind_of(one['items'])}"
    if "anyOf" in one:
        return f"{_kind_of(one['anyOf'][0])}, or null"
    if "$ref" in one:
        return _called(one["$ref"].rpartition("/")[2])
    kinds = {"string": "text", "boolean": "true or false", "object": "keys of its own", "null": "null"}
    said = one["type"] if isinstance(one["type"], list) else [one["type"]]
    day = one.get("format") == "date"
    return " or ".join(
        "a day, as `2027-05-31`," if day and kind == "string" else kinds.get(kind, kind) for kind in said
    )


def _called(definition: str) -> str:
    return f"*{definition}*"


def _tables(parts: Iterable[tuple[str, type[Part]]]) -> Iterator[str]:
    said = _said()
    for title, part in parts:
        first = FIRST_LINE.format(title.split()[-1].strip("`:")) if part in (Plan, Source) else ""
        yield f"\n## {title}\n\n{said[part.__name__, '']} {first}".rstrip()
        yield "\n| key | what it holds |\n|---|---|"
        for name, field in part.model_fields.items():
            if part is not Intersection or name == "of":
                yield f"| `{field.alias or name}` | {said[_owner(part, name), name].replace('|', chr(92) + '|')} |"


def _owner(part: type[Part], field: str) -> str:
    """The class that says what the field is, since a class may inherit it."""
    return next((one.__name__ for one in part.__mro__ if field in getattr(one, "__annotations__", {})), "")


def _said() -> dict[tuple[str, str], str]:
    """What the model says of each class (under an empty name) and of each field: the text below it."""
    classes = (
        node
        for path in sorted(MODEL.glob("*.py"))
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef)
    )
    return dict(chain.from_iterable(map(_said_of, classes)))


def _said_of(part: ast.ClassDef) -> Iterator[tuple[tuple[str, str], str]]:
    yield (part.name, ""), _one_line(ast.get_docstring(part) or "")
    for field, below in zip(part.body, part.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            text = below.value.value if isinstance(below.value, ast.Constant) else ""
            yield (part.name, field.target.id), _one_line(str(text))


def _one_line(text: str) -> str:
    return " ".join(cleandoc(text).split())


if __name__ == "__main__":
    main()
