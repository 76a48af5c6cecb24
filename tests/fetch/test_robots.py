"""What a robots.txt allows, by RFC 9309."""

from __future__ import annotations

import re
import time

from hypothesis import given
from hypothesis import strategies as st

from pipeline.fetch.robots import MAX_CHARS, read_rules
from tests.each import each

STAR = "User-agent: *\n"


@each(
    ("lines", "target", "allowed"),
    [
        ("", "/a", True),
        ("Disallow:", "/a", True),
        ("Disallow: /", "/", False),
        ("Disallow: /a", "/a", False),
        ("Disallow: /a", "/abc/d", False),
        ("Disallow: /a", "/b/a", True),
        ("Disallow: /A", "/a", True),
        ("Disallow: /a/", "/a", True),
        ("Disallow: a", "/a", True),
        # the longest pattern, whatever the order
        ("Disallow: /\nAllow: /region/", "/region/x", True),
        ("Allow: /region/\nDisallow: /", "/press/x", False),
        ("Allow: /region/\nDisallow: /region/secret", "/region/secret.html", False),
        ("Allow: /page\nDisallow: /page", "/page", True),
        ("Disallow: /page\nAllow: /page", "/page", True),
        ("Allow: /p\nDisallow: /*.html", "/p/x.html", False),
        # stars and ends
        ("Disallow: /*.pdf$", "/x/y.pdf", False),
        ("Disallow: /*.pdf$", "/x/y.pdf?z", True),
        ("Disallow: /*.pdf", "/x/y.pdf?z", False),
        ("Disallow: /x$", "/x", False),
        ("Disallow: /x$", "/xy", True),
        ("Disallow: /$", "/", False),
        ("Disallow: /$", "/x", True),
        ("Disallow: *", "/x", False),
        ("Disallow: /*/*/data", "/a/b/data.html", False),
        ("Disallow: /*/*/data", "/a/data.html", True),
        ("Disallow: /a*a$", "/a", True),
        ("Disallow: /a*a$", "/aa", False),
        ("Disallow: /**b", "/ab", False),
        ("Disallow: /a*", "/a", False),
        ("Disallow: /*?id=", "/a?id=3", False),
        # escapes
        ("Disallow: /%7efoo", "/~foo", False),
        ("Disallow: /~foo", "/%7Efoo", False),
        ("Disallow: /caf\u00e9", "/caf%C3%A9", False),
        ("Disallow: /a%2fb", "/a%2Fb", False),
        ("Disallow: /a%2fb", "/a/b", True),
        ("Disallow: /a%2A", "/a*", False),
        ("Disallow: /a%2A", "/ab", True),
        ("Disallow: /a$b", "/a$b/c", False),
        ("Disallow: /a%24", "/a$x", False),
        # how lines are printed
        ("disallow : /a", "/a", False),
        ("DISALLOW:/a # why", "/a", False),
        ("# Disallow: /a", "/a", True),
        ("Disallow /a", "/a", True),
        ("Sitemap: http://x/\nDisallow: /a", "/a", False),
        ("\n\nDisallow: /a", "/a", False),
    ],
)
def test_rules_of_one_group(lines: str, target: str, allowed: bool) -> None:
    for text in (STAR + lines, (STAR + lines).replace("\n", "\r\n"), "\ufeff" + (STAR + lines).replace("\n", "\r")):
        assert read_rules(text, "factsheets").allows(target) is allowed


@each(
    ("text", "allowed"),
    [
        ("Disallow: /", True),  # a rule of nobody
        ("User-agent: other\nDisallow: /", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: factsheets\nAllow: /", True),
        ("User-agent: factsheets\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: FactSheets/2.0\nDisallow: /", False),
        ("User-agent: factsheets-images\nDisallow: /", True),
        ("User-agent: other\nUser-agent: factsheets\nDisallow: /", False),
        ("User-agent: other\n\nUser-agent: factsheets\n\nDisallow: /", False),
        ("User-agent: factsheets\nDisallow: /x\nUser-agent: other\nDisallow: /", True),
        (
            "User-agent: factsheets\nDisallow: /x\nUser-agent: other\nDisallow:\nUser-agent: factsheets\nDisallow: /",
            False,
        ),
        ("User-agent: factsheets\n\nUser-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /\nUser-agent: factsheets\nDisallow:", True),
        ("User-agent: *\nAllow: /a\nUser-agent: *\nDisallow: /", False),
    ],
)
def test_whose_rules_they_are(text: str, allowed: bool) -> None:
    assert read_rules(text, "factsheets").allows("/page") is allowed


@each(("printed", "delay"), [("5", 5.0), ("0.5", 0.5), ("-1", None), ("soon", None), ("1e9", None), ("", None)])
def test_crawl_delay(printed: str, delay: float | None) -> None:
    assert read_rules(f"{STAR}Crawl-delay: {printed}\nDisallow: /x", "factsheets").delay == delay


def test_text_beyond_the_limit_is_not_read() -> None:
    padding = "#" * MAX_CHARS + "\n"
    assert read_rules(f"{STAR}Disallow: /a\n{padding}Disallow: /b", "factsheets").allows("/b")
    assert not read_rules(f"{STAR}Disallow: /a\n{padding}Disallow: /b", "factsheets").allows("/a")


def test_many_stars_take_linear_time() -> None:
    rules = read_rules(STAR + f"Disallow: /{'*a' * 2000}b$", "factsheets")
    started = time.process_time()
    assert rules.allows("/" + "a" * 8000)
    assert time.process_time() - started < 5


@given(st.text("ab/*", max_size=8), st.booleans(), st.text("ab/", max_size=10))
def test_as_a_regular_expression_would(pattern: str, is_end: bool, path: str) -> None:
    wanted = "".join(".*" if char == "*" else re.escape(char) for char in f"/{pattern}") + (r"\Z" if is_end else "")
    rules = read_rules(f"{STAR}Disallow: /{pattern}{'$' if is_end else ''}", "factsheets")
    assert rules.allows(f"/{path}") is (re.match(wanted, f"/{path}") is None)


@given(st.text(), st.text())
def test_any_text_is_read(text: str, target: str) -> None:
    assert read_rules(text, "factsheets").allows(target) in (True, False)
