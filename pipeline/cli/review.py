"""The commands about findings: `explain` what one means, `review` them with a person."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from pipeline import exits
from pipeline.cli.base import (
    Json,
    Out,
    Quiet,
    Raw,
    Verbose,
    draw,
    put,
    put_json,
    stop,
    stop_unknown,
    tables_of,
    tell,
)
from pipeline.cli.complete import rules


def register(app: typer.Typer) -> None:
    """Make the commands known."""
    app.command()(explain)
    app.command()(review)


def explain(
    rule: Annotated[
        str | None, typer.Argument(metavar="RULE", autocompletion=rules, help="A rule; without one, all are listed.")
    ] = None,
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Say what a finding means and what a reader can do about it.

    Of all rules: with -q only their names, with -v each in full. Of one: with -q only what it means.

    \b
    Example:  factsheets explain sum_mismatch
    """
    import schemas
    from pipeline.answers.describe import rule_line, rule_text
    from pipeline.answers.show import by_severity

    known = schemas.rules()
    if rule is not None and rule not in known:
        stop_unknown("rule", rule, known, "`factsheets explain` lists them")
    asked = list(known.values()) if rule is None else [known[rule]]
    if json:
        put_json([one._asdict() for one in asked])
    elif quiet:
        put("\n".join(known) if rule is None else known[rule].description)
    elif rule is None and not verbose:
        width = max(map(len, known))
        draw((by_severity(rule_line(one, width)) for one in asked), soft_wrap=True)
    else:
        draw([by_severity("\n\n".join(map(rule_text, asked)))], soft_wrap=True)


def review(
    out: Out = Path("outputs"),
    raw: Raw = Path("raw"),
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Decide about the warnings, one by one.

    What you decide is written to corrections.toml in the folder of the collection. With --json nothing is asked: the
    warnings that wait are listed; with -v each row is shown with its empty columns, too.

    \b
    Example:  factsheets review
    """
    from pipeline.account import plain
    from pipeline.answers.review import Reviewer, document, open_warnings
    from pipeline.beside import BesideError
    from pipeline.beside.corrections import FILE, load_corrections

    with tables_of(out):
        try:
            warnings = open_warnings(out, load_corrections([raw]))
        except BesideError as error:
            stop(exits.MISSING, plain(str(error)))
    if json:
        put_json(document(warnings, out))
        return
    if not warnings:
        if not quiet:
            tell(f"no warning about a row of {plain(str(out))} waits for a decision")
        return
    reviewer = Reviewer(out, raw, partial(typer.prompt, err=True), tell, verbose=verbose)
    try:
        reviewer.go(warnings)
    except typer.Abort:
        tell("")
        raise typer.Exit(exits.INTERRUPTED) from None
    except OSError as error:
        stop(exits.NO_OUTPUT, f"{plain(str(raw / FILE))} cannot be written: {error.strerror}")
    finally:
        if not quiet:
            tell(f"{reviewer.written} written to {plain(str(raw / FILE))}; `factsheets run` applies them")
