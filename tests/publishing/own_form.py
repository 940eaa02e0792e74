"""A form of a project's own, and an assessment that follows it: questions, outcomes, declarations, columns, kinds."""

from __future__ import annotations

from pathlib import Path

from eia.forms.find import Forms

FORM = """\
profile: midshire
extends: plain
title: Midshire equality check
language: en-GB
law:
  duty:
    reference: Equality Act 2010, section 149
    standing: memory
groups:
  age:
    label: Age
    law: duty
  disability:
    label: Disability
    law: duty
  under-fives:
    label: Children under five
    under: age
    law: duty
  carers:
    label: Carers
    local: the town
aims:
  eliminate:
    label: End unfair treatment
    also: Unfairness
  advance:
    label: Open doors
    except: carers
rated-by: aims
levels: [none, minor, major]
ratings:
  none:
    label: No effect
    means: none
    level: none
  minor:
    label: Minor effect
    also: Slight
    means: negative
    level: minor
  major: negative
stages:
  before: At first
  after: In the end
duties:
  climate:
    label: Fair transition
    rated-by: stages
  welsh:
    label: Welsh language
    also: Cymraeg
kinds:
  full:
    label: Long check
  quick:
    label: Quick check
    holds: policy, screening, answers, approvals
questions:
  who-was-asked:
    label: Who was asked
    number: 1
    section: engagement
  any-effect:
    label: Is anybody affected?
    number: 2a
    choices: Yes, No, Not known
    because: Yes
  how-many:
    label: How many people are affected?
    number: 2b
    when:
      any-effect: Yes
  fees:
    label: Are there fees?
    section: costs
    choices: Yes, No
    kinds: full
  needs:
    label: What do these people need?
    of: all
  interpreters:
    label: Are there interpreters?
    number: 7
    of: disability
    choices: Yes, No
outcomes:
  screening:
    go-on:
      label: A long check is needed
    enough:
      label: The quick check is enough
      also: Enough
  decision:
    yes:
      label: We go ahead
    no:
      label: We stop
signatories:
  lead: Head of service
  adviser:
    label: Equality adviser
    also: EDI adviser
  member:
    label: Cabinet member
    kinds: full
declarations:
  read: We have read this check.
  enough:
    label: Nobody is worse off.
    section: screening
    outcome: enough
  long:
    label: The long check was published.
    kinds: full
headings:
  costs: What it costs
layout:
  order: introduction, costs, approvals, policy
  columns:
    context:
      label: What we know
      holds: context, evidence
      width: 30
    policy:
      label: What we do
      holds: mitigations
      width: 20
    impact:
      label: What we expect
      holds: impact, because
      width: 35
"""

HEAD = "assessment: check-2026\nprofile: midshire\n"

ASSESSMENT = """\
kind: full
status: in-review
title: A new swimming pool
previous: check-2025
follow-up:
  - action: 1.a
    came: The hoist was fitted.
  - action: 1.b
    planned: Ask the swimming club.
    came: It was asked twice.
    further: 1.a
related:
  before: The old pool
policy:
  aims: To swim more.
text:
  costs: The pool costs two pounds a visit.
  afterthoughts: Written late.
answers:
  who-was-asked: Everybody in town.
  any-effect:
    answer: yes
    because: Some live far away.
  how-many: About ninety.
  fees:
    answer: Yes
  favourite-colour: Blue
  needs: Put at the top by mistake.
characteristics:
  age:
    context: Many children swim.
    impact:
      eliminate: slight
      advance: none
    because:
      eliminate: The bus is dear.
    answers:
      needs: Warm water.
      shoe-size: Small
  under-fives:
    impact:
      Unfairness: major
  disability:
    not-assessed: The hoist stays.
    gaps:
      - what: Who needs a hoist.
    answers:
      interpreters: No
  carers:
    impact: none to minor
    because: They come along.
duties:
  Cymraeg:
    context: Signs are in both languages.
    impact: none
  climate:
    impact:
      before: minor
    because:
      before: It burns gas.
      after: It will not.
screening:
  outcome: go-on
decision:
  outcome: Yes
  conditions: The roof comes first.
approvals:
  - role: Jo, who swims
    as: lead
    date: 4 May 2026
  - role: EDI adviser
plan:
  actions:
    - id: 1.a
      does: Lower the fee.
"""

BEFORE = """\
assessment: check-2025
profile: midshire
title: The old swimming pool
plan:
  actions:
    - id: 1.a
      does: Fit a hoist, see [@1.a].
"""


def own_form(folder: Path, body: str = ASSESSMENT, form: str = FORM, *, right: bool = True) -> Path:
    """A project with this form, in which nothing is wrong, and an assessment that follows it."""
    (folder / "profiles" / "midshire").mkdir(parents=True, exist_ok=True)
    (folder / "eia.toml").touch()
    (folder / "profiles" / "midshire" / "profile.eia.yaml").write_text(form, encoding="utf-8")
    (folder / "before.eia.yaml").write_text(BEFORE, encoding="utf-8")
    found = Forms(folder).get("midshire")
    assert found is not None
    assert not right or [one.message for one in found.diagnostics] == []
    path = folder / "assessment.eia.yaml"
    path.write_text(HEAD + body, encoding="utf-8")
    return path
