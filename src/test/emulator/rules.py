#!/usr/bin/env python3
"""Write the table of rules in README.md from the rules themselves: what moto lacks, what AWS does, which function says it."""

import inspect
import re
import sys
from pathlib import Path

README = Path(__file__).parent / "README.md"
START, END = "<!-- rules: written by rules.py -->", "<!-- end of rules -->"


def table() -> str:
    import emulator

    lines = ["| moto | AWS | rule |", "|---|---|---|"]
    for module in emulator.MODULES:
        for rule in module.PATCHES:
            text = " ".join(inspect.getdoc(rule).split())
            aws, _, moto = text.removeprefix("AWS: ").partition(" moto: ")
            lines.append(f"| {cell(moto)} | {cell(aws)} | `{module.__name__.removeprefix('bed.')}.{rule.__name__}` |")
    return "\n".join(lines)


def cell(text: str) -> str:
    """A line; links whole again where the docstring broke them, in angle brackets; nothing that ends the cell."""
    joined = re.sub(r"(https://\S*/) (\S)", r"\1\2", text.rstrip("."))
    linked = re.sub(r"https://[^\s,;)]+", lambda found: f"<{found.group()}>", joined)
    return linked.replace("|", "\\|")


def rendered(readme: str) -> str:
    head, rest = readme.split(START)
    return f"{head}{START}\n{table()}\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    README.write_text(rendered(README.read_text()))
