"""Diagnostics as results of tests, in the XML of JUnit, which GitLab, Azure DevOps and Jenkins show in their own pages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from eia.diagnostics.concise import concise
from eia.diagnostics.diagnostic import Diagnostic, Order, Severity
from eia.diagnostics.escape import in_xml
from eia.diagnostics.shown import many, path_in_repository

CLEAN = "nothing-found"
"""What a test is called of a file in which no rule finds anything: it passes."""


def junit(
    files: Iterable[Path], diagnostics: Iterable[Diagnostic], fail_on: Severity, known: Iterable[Diagnostic] = ()
) -> str:
    """A suite a file, and in it a test a rule that found something; advice is in the output of a test that passes.

    A test fails by what makes the exit code 1. It is skipped where all that its rule found was accepted, or known before."""
    before = tuple(known)
    old = {one.order for one in before}
    told = sorted((*diagnostics, *before), key=lambda one: (one.text.path.as_posix(), one.rule, one.order))
    of_files = {path: list(some) for path, some in groupby(told, key=lambda one: one.text.path)}
    root = Element("testsuites", name="eia lint")
    for path in sorted({*files, *of_files}, key=Path.as_posix):
        _suite(root, in_xml(path_in_repository(path).as_posix()), of_files.get(path, []), fail_on, old)
    _count(root)
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written.decode()


def _suite(root: Element, name: str, told: Sequence[Diagnostic], fail_on: Severity, old: Collection[Order]) -> None:
    suite = SubElement(root, "testsuite", name=name)
    for rule, some in groupby(told, key=lambda one: one.rule):
        found = list(some)
        test = SubElement(suite, "testcase", name=rule, classname=name, file=name)
        standing = [one for one in found if not one.accepted and one.order not in old]
        failing = [one for one in standing if one.severity >= fail_on]
        if not standing:
            SubElement(test, "skipped", message=in_xml(_why(found)))
        elif failing:
            message = in_xml(f"{many(len(failing), 'point')}: {failing[0].message}")
            SubElement(test, "failure", message=message, type=rule).text = _lines(failing)
        if rest := [one for one in found if one not in failing]:
            SubElement(test, "system-out").text = _lines(rest)
    if not told:
        SubElement(suite, "testcase", name=CLEAN, classname=name, file=name)
    _count(suite)


def _why(found: Sequence[Diagnostic]) -> str:
    reasons = dict.fromkeys(one.accepted.because for one in found if one.accepted)
    return "; ".join(reasons) or "known before"


def _lines(told: Sequence[Diagnostic]) -> str:
    lines = (
        f"{line}. {one.help}".rstrip() + (f" Accepted: {one.accepted.because}" if one.accepted else "")
        for one, line in zip(told, concise(told), strict=True)
    )
    return in_xml("\n".join(" ".join(line.split()) for line in lines))


def _count(parent: Element) -> None:
    parent.set("tests", str(len(parent.findall(".//testcase"))))
    parent.set("failures", str(len(parent.findall(".//failure"))))
    parent.set("errors", "0")
    parent.set("skipped", str(len(parent.findall(".//skipped"))))
