"""The commands about findings: `explain` what one means, `review` them with a person."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli_base import MISSING_INPUT, WRONG_USE, near, path_typed, put, stop, tell


def register(app: typer.Typer) -> None:
    """Make the commands known."""
    app.command()(explain)
    app.command()(review)


def explain(
    rule: Annotated[str | None, typer.Argument(metavar="RULE", help="A rule; without one, all are listed.")] = None,
) -> None:
    """Say what a finding means, with an example, and what a reader can do about it.

    \b
    Example:  factsheets explain sum_mismatch
    """
    import schemas
    from pipeline.account import plain
    from pipeline.show import near_names

    rules = schemas.rules()
    if rule is None:
        width = max(map(len, rules))
        put("\n".join(f"{one.name:<{width}}  {one.severity:<7}  {one.description}" for one in rules.values()))
    elif rule in rules:
        one = rules[rule]
        put(
            f"{one.name} ({one.severity})\n\n{one.description}\n\nFor example:  {one.example}\nWhat to do:   {one.action}"
        )
    else:
        stop(WRONG_USE, f"no rule {plain(rule)!r}{near(near_names(rule, rules))}")


def review(
    out: Annotated[Path, typer.Option("-o", "--out", metavar="DIR", parser=path_typed, help="The tables.")] = Path(
        "outputs"
    ),
    raw: Annotated[
        Path,
        typer.Option("--raw", metavar="DIR", parser=path_typed, help="The folder of the sheets and corrections.toml."),
    ] = Path("raw"),
) -> None:
    """Go through the warnings about rows one by one, and write what you decide to corrections.toml.

    \b
    Example:  factsheets review
    """
    from pipeline.account import plain
    from pipeline.corrections import CorrectionError, load_corrections
    from pipeline.review import Reviewer, open_warnings

    try:
        known = load_corrections([raw])
    except CorrectionError as error:
        stop(MISSING_INPUT, plain(str(error)))
    warnings = open_warnings(out, known)
    if not warnings:
        tell(f"no warning about a row of {plain(str(out))} waits for a decision")
        return
    written = Reviewer(out, raw, typer.prompt, tell).go(warnings)
    tell(f"{written} written to {plain(str(raw / 'corrections.toml'))}; `factsheets run` applies them")
