"""The forms in which one and the same sheet reaches people: texts with and without blank lines, today's page, the old one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from benchmarks.plans import Part, Plan

MENU = "".join(f'<li><a href="/policy/{n}.html">Policy {n}</a>' for n in range(20))


def bullet(plan: Plan) -> bytes:
    """Blocks parted by blank lines, `•` before items, the cells of a row joined by a space."""
    blocks = [plan.title, plan.day, *(_bullet(part) for part in plan.parts), f"Back to {plan.region}"]
    return ("\n\n".join(blocks) + "\n").encode("utf-8")


def _bullet(part: Part) -> str:
    match part.kind:
        case "label":
            return f"{part.words}:"
        case "items":
            return "\n".join(f"  • {line}" for line in part.lines)
        case "table":
            return "\n".join([part.words, *(" ".join(row) for row in part.rows)])
    return part.words


def pipe(plan: Plan) -> bytes:
    """No blank lines, `-` before items, cells parted by pipes."""
    return _lines(
        plan, lambda rows: [f"{' | '.join(rows[0])} |", "---|---|", *(f"{' | '.join(row)} |" for row in rows[1:])]
    )


def cells(plan: Plan) -> bytes:
    """No blank lines, one cell a line."""
    return _lines(plan, lambda rows: [f"{cell} |" for row in rows for cell in row])


def glued(plan: Plan) -> bytes:
    """No blank lines, the cells of a row joined by nothing."""
    return _lines(plan, lambda rows: ["".join(row) for row in rows])


Rows = tuple[tuple[str, ...], ...]


def _lines(plan: Plan, table: Callable[[Rows], list[str]]) -> bytes:
    lines = [plan.title, plan.day]
    for part in plan.parts:
        match part.kind:
            case "label":
                lines.append(f"{part.words}:")
            case "items":
                lines += [f"- {line}" for line in part.lines]
            case "table":
                lines += [part.words, *table(part.rows)]
            case _:
                lines.append(part.words)
    return ("\n".join([*lines, f"Back to {plan.region}"]) + "\n").encode("utf-8")


def today(plan: Plan) -> bytes:
    """The page as it is set today: UTF-8, titles outside the content, tags left open."""
    head = (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="UTF-8">\n<title>{escape(plan.title)}</title>\n'
        '<link rel="stylesheet" href="/css/import.css">\n</head>\n<body>\n<div id="wrapper">\n<header id="header-common">\n'
        f'<nav><ul class="gnav">{MENU}</ul></nav>\n</header>\n<article id="contents-article">\n<div id="contents-header">\n'
        f'<h1 class="title1"><span>{escape(plan.title)}</span></h1>\n</div>\n<div id="contents-body"><div id="main">\n\n'
        f'<div id="maincontents">\n\n\n<div class="rightalign">{plan.day}</div>\n<div class="main-section">\n'
    )
    body = "\n".join(line for part in plan.parts for line in _today(part))
    ends = "</div></div></div></div></article></div></body></html>\n"
    foot = f'</div>\n<div class="any-area"><a href="#">Back to {plan.region}</a>{ends}'
    return (head + body + foot).encode("utf-8")


def _today(part: Part) -> Iterator[str]:
    words = escape(part.words, quote=False)
    match part.kind:
        case "heading":
            yield f'</div>\n<div class="main-section">\n<h{part.level} class="title{part.level}"><span>{words}</span></h{part.level}>'
        case "label":
            yield f"<h4>{words}:</h4>"
        case "items":
            yield '<ul class="menu2">'
            yield from (f"<li>{escape(line, quote=False)}" for line in part.lines)
            yield "</ul>"
        case "table":
            yield f'<div class="scroll"><table class="tbl1" border="0">\n<caption>{words}</caption>'
            yield (
                "<thead><tr>"
                + "".join(f'<th scope="col">{cell}</th>' for cell in part.rows[0])
                + "</tr></thead>\n<tbody>"
            )
            for row in part.rows[1:]:
                yield "<tr>" + "".join(f"<td>{escape(cell, quote=False)}" for cell in row) + "</tr>"
            yield "</tbody></table></div>"
        case _:
            yield f"<p>{words}</p>"


def old(plan: Plan) -> bytes:
    """The page as it was set before 2013: layout tables, `font`, another charset than UTF-8."""
    head = (
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">\n<html>\n<head>\n'
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">\n'
        f'<title>MOFA: {escape(plan.title)}</title>\n</head>\n<body>\n<div id="container">\n'
        f'<ul class="menu1">{MENU}</ul>\n<table width="760" border="0"><tr>\n<td id="sidebar" width="150">What\'s New</td>\n'
        f'<td valign="top">\n<h2><font size="5" color="#006699">{escape(plan.title)}</font></h2>\n<p align="right">{plan.day}</p>\n'
    )
    body = "\n".join(line for part in plan.parts for line in _old(part))
    return (head + body + f"\n<p>Back to {plan.region}\n</td></tr></table></div></body></html>\n").encode(
        "windows-1252"
    )


def _old(part: Part) -> Iterator[str]:
    words = escape(part.words, quote=False)
    match part.kind:
        case "heading":
            yield f'<h{part.level + 1}><font color="#003366">{words}</font></h{part.level + 1}>'
        case "label":
            yield f"<p><b>{words}:</b></p>"
        case "items":
            yield "<ul>"
            yield from (f'<li><font size="2">{escape(line, quote=False)}</font>' for line in part.lines)
            yield "</ul>"
        case "table":
            yield f'<b>{words}</b><br>\n<table border="1" width="95%" cellpadding="3">'
            for row in part.rows:
                yield (
                    "<tr>" + "".join(f'<td><font size="2">{escape(c, quote=False)}</font></td>' for c in row) + "</tr>"
                )
            yield "</table>"
        case _:
            yield f'<p><font size="2">{words}</font>'


LAYOUTS: dict[str, tuple[Callable[[Plan], bytes], str]] = {
    "bullet": (bullet, "txt"),
    "pipe": (pipe, "txt"),
    "cells": (cells, "txt"),
    "glued": (glued, "txt"),
    "today": (today, "html"),
    "old": (old, "html"),
}
"""Layout -> how a plan is set in it, and how such a file ends."""
