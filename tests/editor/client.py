"""An editor without a window: speaks to yaml-language-server as VS Code does, over its standard input and output."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

MISSING = (
    "set EIA_YAML_LANGUAGE_SERVER to the program of the npm package yaml-language-server "
    "(npm install yaml-language-server, then node_modules/yaml-language-server/bin/yaml-language-server)"
)
CURSOR = "‸"
"""Stands in a text where the cursor is."""

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True)
class Offer:
    """A line of the list that an editor opens, what it says beside it, and what it writes when it is chosen."""

    label: str
    help: str
    inserts: str
    order: str


@dataclass(frozen=True)
class Underlined:
    """Words that the editor underlines, the line they stand in (the first is 1), and why."""

    words: str
    line: int
    message: str


class Editor:
    """One server, asked about one text after another."""

    def __init__(self, workspace: Path, settings: Mapping[str, Json]) -> None:
        program = os.environ.get("EIA_YAML_LANGUAGE_SERVER")
        assert program, MISSING
        self._settings = settings
        self._numbers = count(1)
        self._published: dict[str, list[Json]] = {}
        self._asked_for_settings = False
        self._server = subprocess.Popen(["node", program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        watches: Json = {"dynamicRegistration": True}
        able: dict[str, Json] = {
            "workspace": {"configuration": True, "workspaceFolders": True, "didChangeWatchedFiles": watches},
            "textDocument": {
                "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}}
            },
        }
        self._ask("initialize", {"processId": os.getpid(), "rootUri": workspace.as_uri(), "capabilities": able})
        self._tell("initialized", {})
        while not self._asked_for_settings:
            self._hear()

    def close(self) -> None:
        """End the server."""
        self._ask("shutdown", None)
        self._tell("exit", None)
        self._server.communicate(timeout=10)

    def underlined(self, texts: Mapping[Path, str]) -> dict[Path, list[Underlined]]:
        """What is underlined in each text, as if all were open at once."""
        for path, text in texts.items():
            self._open(path, text)
        while not all(path.as_uri() in self._published for path in texts):
            self._hear()
        found = {
            path: [_underlined(one, text) for one in self._published[path.as_uri()]] for path, text in texts.items()
        }
        for path in texts:
            self._close(path)
        return found

    def offered(self, path: Path, text: str) -> list[Offer]:
        """What is offered where the cursor stands, in the order of the list."""
        said = self._at_cursor("textDocument/completion", path, text)
        assert isinstance(said, dict)
        items = said["items"]
        assert isinstance(items, list)
        return sorted(map(_offer, items), key=lambda one: one.order)

    def explained(self, path: Path, text: str) -> str:
        """What appears when the mouse rests where the cursor stands."""
        said = self._at_cursor("textDocument/hover", path, text)
        contents = said["contents"] if isinstance(said, dict) else ""
        return str(contents["value"] if isinstance(contents, dict) else contents)

    def changed(self, path: Path) -> None:
        """Say that a file was written by somebody else."""
        self._tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": path.as_uri(), "type": 2}]})

    def _at_cursor(self, question: str, path: Path, text: str) -> Json:
        before, _, after = text.partition(CURSOR)
        self._open(path, before + after)
        line, start = before.count("\n"), before.rfind("\n") + 1
        position: Json = {"line": line, "character": len(before) - start}
        said = self._ask(question, {"textDocument": {"uri": path.as_uri()}, "position": position})
        self._close(path)
        return said

    def _open(self, path: Path, text: str) -> None:
        document: Json = {"uri": path.as_uri(), "languageId": "yaml", "version": next(self._numbers), "text": text}
        self._published.pop(path.as_uri(), None)
        self._tell("textDocument/didOpen", {"textDocument": document})

    def _close(self, path: Path) -> None:
        """Wait until the server has forgotten it, lest a late answer be taken for that to the next question."""
        self._published.pop(path.as_uri(), None)
        self._tell("textDocument/didClose", {"textDocument": {"uri": path.as_uri()}})
        while path.as_uri() not in self._published:
            self._hear()

    def _ask(self, method: str, params: Json) -> Json:
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        while True:
            heard = self._hear()
            if heard.get("id") == number and "method" not in heard:
                assert "error" not in heard, heard
                return heard["result"]

    def _tell(self, method: str, params: Json) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Json]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._server.stdin.flush()

    def _hear(self) -> dict[str, Json]:
        """The next message; what the server asks of us is answered at once."""
        assert self._server.stdout
        length = 0
        while line := self._server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "yaml-language-server has ended"
        heard: dict[str, Json] = json.loads(self._server.stdout.read(length))
        params = heard.get("params")
        if heard.get("method") == "textDocument/publishDiagnostics" and isinstance(params, dict):
            diagnostics = params["diagnostics"]
            assert isinstance(diagnostics, list)
            self._published[str(params["uri"])] = diagnostics
        elif "method" in heard and "id" in heard:
            self._send({"id": heard["id"], "result": self._answer(str(heard["method"]), params)})
        return heard

    def _answer(self, method: str, params: Json) -> Json:
        if method != "workspace/configuration" or not isinstance(params, dict):
            return None
        items = params["items"]
        assert isinstance(items, list)
        self._asked_for_settings = True
        return [self._settings.get(str(item.get("section"))) if isinstance(item, dict) else None for item in items]


def _offer(item: Json) -> Offer:
    assert isinstance(item, dict)
    help, edit = item.get("documentation", ""), item.get("textEdit")
    inserts = edit["newText"] if isinstance(edit, dict) else item.get("insertText", item["label"])
    label = str(item["label"])
    return Offer(
        label, str(help["value"] if isinstance(help, dict) else help), str(inserts), str(item.get("sortText", label))
    )


def _underlined(diagnostic: Json, text: str) -> Underlined:
    assert isinstance(diagnostic, dict)
    lines, place = text.split("\n"), diagnostic["range"]
    assert isinstance(place, dict)
    start, end = place["start"], place["end"]
    assert isinstance(start, dict)
    assert isinstance(end, dict)
    line = lines[int(str(start["line"]))]
    last = int(str(end["character"])) if start["line"] == end["line"] else len(line)
    return Underlined(
        line[int(str(start["character"])) : last], int(str(start["line"])) + 1, str(diagnostic["message"])
    )
