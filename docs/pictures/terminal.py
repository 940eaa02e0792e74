"""What the picture of the terminal shows: messages of `eia lint` about the published sample, in the program's own colours."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from hashlib import sha256
from html import escape

SAMPLE = "assessments/mopac-action-plan-2020"
RULES = ("unknown-reference", "reference-case-mismatch", "rating-without-evidence", "uncited-action")
"""The first message of each is shown."""
LEFT_OUT = "\n\n…\n\n"
SIGN = re.compile("\x1b\\[([0-9]*)m")
COLOURS = {"31": "#ff9d8f", "33": "#ffd166", "36": "#7fdbff"}
"""Of error, warning and note: each at least seven times as bright as the ground."""

PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; width: max-content; background: #1b1f23; color: #f2f4f5; padding: 28px 36px; }}
pre {{ margin: 0; font: 19px/1.45 "DejaVu Sans Mono", "Liberation Mono", monospace; }}
</style><pre>{}</pre>"""


def shown() -> str:
    """The command and part of what it prints, with the signs that steer a terminal's colours."""
    command = [sys.executable, "-c", "from eia.cli import main; main()", "lint", SAMPLE]
    env = {**os.environ, "FORCE_COLOR": "1", "NO_COLOR": "", "PYTHONIOENCODING": "utf-8"}
    said = subprocess.run(command, capture_output=True, env=env, timeout=60).stdout.decode().strip("\n")
    *messages, closing = said.split("\n\n")
    chosen = [next(one for one in messages if f"[{rule}]" in one) for rule in RULES]
    return f"$ eia lint {SAMPLE}\n\n" + LEFT_OUT.join((*chosen, closing)) + "\n"


def seal(words: str) -> str:
    """By which a picture remembers what it shows."""
    return sha256(words.encode()).hexdigest()


def page(words: str) -> str:
    """The same as a page for a browser."""
    first, *parts = SIGN.split(escape(words))
    painted, colour = [first], ""
    for code, text in zip(parts[::2], parts[1::2], strict=True):
        colour = COLOURS.get(code, "" if code == "0" else colour)
        painted.append(f'<b style="color: {colour}">{text}</b>' if colour and text else text)
    return PAGE.format("".join(painted))
