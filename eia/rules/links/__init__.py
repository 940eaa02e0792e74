"""Links: addresses that lead somewhere, and words that say where."""

from __future__ import annotations

from eia.rules.links.bare_url_text import bare_url_text
from eia.rules.links.dangerous_scheme import dangerous_scheme
from eia.rules.links.insecure_link import insecure_link
from eia.rules.links.malformed_url import malformed_url
from eia.rules.links.private_host_link import private_host_link
from eia.rules.links.vague_link_text import vague_link_text
from eia.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    dangerous_scheme,
    malformed_url,
    insecure_link,
    private_host_link,
    vague_link_text,
    bare_url_text,
)
