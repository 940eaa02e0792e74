"""A form that a project made for itself, with everything that a form can ask."""

from __future__ import annotations

from pathlib import Path

NAME = "midshire"

PROFILE = """\
profile: midshire
extends: gb-equality-act
title: Midshire equality analysis
law:
  scheme:
    reference: Midshire equality scheme 2025
    says: Names armed forces families, and asks for two scores.
    standing: memory
groups:
  carers:
    label: Unpaid carers
    after: disability
    says: "Whoever looks after somebody, and is not paid: it costs them time & $$$."
  carers-under-18:
    label: Young carers
    under: carers
  armed-forces:
    label: Armed forces families
    also: Veterans
    law: scheme
aims:
  covenant:
    label: Remove disadvantage of service life
    only: armed-forces
levels: [low, high]
ratings:
  low good: {means: positive, level: low, label: A little better}
  high good: {means: positive, level: high}
  low bad: {means: negative, level: low}
  high bad: {means: negative, level: high}
  no change: none
  not known: unknown
rated-by: aims
duties:
  socio-economic:
    label: Fairer Midshire
    says: People on a low income.
    rated-by: stages
  community-safety: Crime and disorder
kinds:
  short:
    label: Short analysis
    also: Light touch
    holds: >-
      follow-up, related, policy, characteristics, intersections, duties, gaps, screening, answers, decision, approvals
questions:
  scope:
    label: Does it change a service "for good"
    number: 1
    choices: Yes, No, Partly
    because: Yes, Partly
    says: A pilot is a change too.
  partners:
    label: Which partners take part, and what for?
    number: 1a
    when:
      scope: Yes
  doubts:
    label: What speaks against it?
    because: all
  staff-only:
    label: Does it touch staff alone?
    kinds: short
    choices: Yes, No
  barrier:
    label: Is there a barrier for these people?
    number: 2
    of: all
    choices: Yes, No
    because: all
  helped:
    label: Who helps them today?
    number: 3
    of: carers, armed-forces
  reached:
    label: Were they reached?
    of: age
    choices: Yes, No
    kinds: full
outcomes:
  screening:
    stop-here:
      label: Stop here
      kinds: short
  decision:
    pause:
      label: Pause until more is known
      kinds: full
      needs: decision.conditions
choices:
  policy.change: New, Changed, Ending
  policy.affects: public, staff
  plan.actions.status: to do, under way, done
signatories:
  head-of-service:
    label: Head of service
    says: Signs first.
  equality-lead:
    label: Equality lead
    kinds: full
guidance:
  unit: The directorate, as the staff list has it.
  decision.conditions: What has to happen first.
  characteristics.age: Think of school children.
  answers.doubts: Be frank.
layout:
  columns:
    context:
      holds: context, gaps, answers
    policy:
      holds: mitigations
"""


def set_up(root: Path) -> Path:
    """Put the form into a project, and return its file."""
    (root / "eia.toml").touch()
    path = root / "profiles" / NAME / "profile.eia.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(PROFILE, encoding="utf-8")
    return path
