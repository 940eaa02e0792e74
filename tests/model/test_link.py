"""Addresses in running text: which there are, where they stand, and what leads to them."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eia.model.link import host_of, is_inside, links

SIGNS = st.text(st.sampled_from("ab[]()<>!\\`:/.@ \n\"'|www.http://"), max_size=120)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("See [the plan](https://example.org/a).", [("https://example.org/a", "the plan")]),
        ("See https://example.org/a(b), please.", [("https://example.org/a(b)", None)]),
        ("(see www.example.org)", [("www.example.org", None)]),
        ("<https://example.org/a>", [("https://example.org/a", None)]),
        ('[a](<b c.pdf> "A title")', [("b c.pdf", "a")]),
        ("[https://example.org](https://example.org)", [("https://example.org", "https://example.org")]),
        ("![A map](map.png)", [("map.png", "A map")]),
        ("\\\\server\\share\\a", [("\\\\server\\share\\a", None)]),
        ("`https://example.org`", []),
        ("me@www.example.org", []),
        ("[a] (b), [said](so it seems)", []),
        ("", []),
    ],
)
def test_an_address_is_found_with_the_words_that_lead_to_it(words: str, found: list[tuple[str, str | None]]) -> None:
    assert [(one.address, one.words) for one in links(words)] == found


@given(SIGNS)
def test_an_address_stands_where_it_is_said_to_stand(words: str) -> None:
    for one in links(words):
        assert words[one.start : one.end] == one.address or "\\" in words or "`" in words
        host_of(one.address)


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://WWW.Example.org:8080/a?b#c", "www.example.org"),
        ("www.example.org/a", "www.example.org"),
        ("http://[::1]/a", "::1"),
        ("https://[::1", ""),
        ("https://", ""),
        ("mailto:a@example.org", ""),
        ("a.pdf", ""),
    ],
)
def test_the_host_of_an_address_of_the_web_is_known(address: str, host: str) -> None:
    assert host_of(address) == host


@pytest.mark.parametrize("host", ["intranet", "localhost", "10.0.0.1", "192.168.1.1", "::1", "169.254.0.1"])
def test_a_host_of_an_internal_network_is_known(host: str) -> None:
    assert is_inside(host)


@pytest.mark.parametrize("host", ["example.org", "8.8.8.8", "intranet.example.org"])
def test_a_host_of_the_web_is_no_internal_one(host: str) -> None:
    assert not is_inside(host)


@pytest.mark.parametrize("sign", ["[", "](", "[a](", "<", "www.", "(", ")", "![", "http://)", "\\\\a\\"])
def test_a_sign_said_very_often_takes_no_time(sign: str) -> None:
    begun = perf_counter()
    list(links(sign * 20_000))
    assert perf_counter() - begun < 5
