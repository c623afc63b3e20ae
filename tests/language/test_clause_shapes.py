"""More than four hundred clauses by construction (clauses.tsv), read in one go: each has its arguments by role."""

from __future__ import annotations

import csv
import hashlib
from itertools import accumulate
from pathlib import Path

import pytest

from dragoman.coding.lexicon import Lexicon
from dragoman.language.clauses import clause_at
from dragoman.language.grammar import Grammar
from dragoman.language.parse import Parser
from dragoman.language.reading import Reading
from dragoman.record import Block, Document
from dragoman.tables.table import Tables

with Path(__file__).with_name("clauses.tsv").open(encoding="utf-8") as table:
    SHAPES = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Lexicon(Tables()).grammar


@pytest.fixture(scope="module")
def shapes(parser: Parser) -> Reading:
    """All sentences as the blocks of one document, headlines as titles."""
    text = "\n".join(row["sentence"] for row in SHAPES)
    ends = list(accumulate(len(row["sentence"]) + 1 for row in SHAPES))
    blocks = tuple(
        Block("title" if row["shape"] == "headline" else "paragraph", end - 1 - len(row["sentence"]), end - 1)
        for row, end in zip(SHAPES, ends, strict=True)
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(id="shapes", text=text, language="en", blocks=blocks, sha256=digest)
    return next(iter(parser.read([document])))


@pytest.mark.parametrize(
    ("block", "row"), list(enumerate(SHAPES)), ids=[f"{row['shape']}-{row['sentence']}" for row in SHAPES]
)
def test_a_shape_of_clause_has_its_arguments_by_role(
    block: int, row: dict[str, str], shapes: Reading, grammar: Grammar
) -> None:
    tokens = [t for s in shapes.sentences if s.block == block for t in range(s.first, s.last)]
    clause = clause_at(shapes, next(t for t in tokens if shapes.words[t] == row["predicate"]), grammar)
    found = {} if clause is None else clause.roles
    wanted = dict(part.split("=") for part in row["roles"].split("; "))
    given = {role: "/".join(shapes.words[t] for t in found.get(role, ())) for role in wanted}
    assert given == wanted
