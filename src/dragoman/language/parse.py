"""Articles in, Readings out: the one pass of the model over every coded block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import spacy
from spacy.tokens import Doc

from dragoman.language.headlines import CARRIER, joined_subjects, mended, spoken
from dragoman.language.reading import Name, Reading, Sentence
from dragoman.record import Document

CODED = frozenset({"title", "heading", "dateline", "caption", "paragraph", "quote", "list"})
HEADLINES = frozenset({"title", "heading"})
GROUP_CHARACTERS = 20_000  # swept 15k to 60k: the same speed, peak memory 250 to 410 MB
PIECE_CHARACTERS = 20_000  # a block longer than this is parsed in pieces: the parser's memory grows with the text

Piece = tuple[Document, int, int, int]


class Parser:
    """The loaded model. `read` keeps the order of the documents."""

    def __init__(self, model: str) -> None:
        self.nlp = spacy.load(model)
        self.version = f"{model} {self.nlp.meta['version']}"

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """One Reading a document, in order; the blocks of all of them go through the model as one batch."""
        batch = list(documents)
        columns = {id(document): _Columns() for document in batch}
        for group in _groups((document, *piece) for document in batch for piece in _pieces(document)):
            self._add_group(group, columns)
        for document in batch:
            yield columns[id(document)].reading(document)

    def _add_group(self, group: list[Piece], columns: dict[int, _Columns]) -> None:
        """Parse some pieces. The zone lets go of the words that the vocabulary learnt, so that a stream stays flat."""
        with self.nlp.memory_zone():
            texts = [document.text[start:end] for document, _, start, end in group]
            docs = self.nlp.pipe(texts, batch_size=len(texts))
            for (document, block, start, _), text, doc in zip(group, texts, docs, strict=True):
                carried = mended(self.nlp, text, doc) if document.blocks[block].kind in HEADLINES else None
                columns[id(document)].add(carried or doc, start, block, document, len(CARRIER) if carried else 0)


def _groups(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces that go through the model together."""
    group: list[Piece] = []
    size = 0
    for piece in pieces:
        group.append(piece)
        size += piece[3] - piece[2]
        if size >= GROUP_CHARACTERS:
            yield group
            group, size = [], 0
    if group:
        yield group


def _pieces(document: Document) -> Iterator[tuple[int, int, int]]:
    """(block number, start, end) of what is parsed; a long block is cut at white space."""
    for number, block in enumerate(document.blocks):
        if block.kind not in CODED:
            continue
        start = block.start
        while block.end - start > PIECE_CHARACTERS:
            cut = document.text.rfind(" ", start + 1, start + PIECE_CHARACTERS)
            cut = cut if cut > start else start + PIECE_CHARACTERS
            yield number, start, cut
            start = cut
        yield number, start, block.end


@dataclass(slots=True)
class _Columns:
    """The columns of one document while its blocks come in."""

    words: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    dep: list[str] = field(default_factory=list)
    head: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    sentence_of: list[int] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)

    def add(self, doc: Doc, offset: int, block: int, document: Document, skipped: int) -> None:
        """Append one parsed piece; white space and the first `skipped` characters are dropped, heads renumbered."""
        kept = [token.i for token in doc if not token.is_space and token.idx >= skipped]
        if not kept:
            return
        offset -= skipped
        base = len(self.words)
        number = {old: base + new for new, old in enumerate(kept)}
        strings = doc.vocab.strings
        table = doc.to_array(["LEMMA", "POS", "TAG", "DEP", "HEAD"])
        heads = table[:, 4].astype("int64").tolist()
        rows = table.tolist()
        for old in kept:
            token = doc[old]
            row = rows[old]
            self.words.append(token.text)
            self.lemma.append(strings[row[0]])
            self.pos.append(strings[row[1]] if row[1] else "X")
            self.tag.append(strings[row[2]])
            self.dep.append(strings[row[3]])
            self.head.append(_head(old, heads, number))
            self.start.append(offset + token.idx)
            self.end.append(offset + token.idx + len(token.text))
        if skipped:
            self._take_root(doc, number)
        if document.blocks[block].kind in HEADLINES:
            for first, second in joined_subjects(doc):
                one, other = number[first.i], number[second.i]
                self.dep[one], self.dep[other], self.head[other] = "nsubj", "conj", one
        self._add_sentences(doc, number, block, document)
        self._add_names(doc, number)

    def _take_root(self, doc: Doc, number: dict[int, int]) -> None:
        """Make the headline's clause the root, with what hung on the carrier under it."""
        clause = spoken(doc)
        if clause is None:
            return
        root = number[clause.i]
        for old, new in number.items():
            if self.head[new] == new and new != root and doc[old].head.i <= 1:
                self.head[new] = root
        self.dep[root] = "ROOT"

    def _add_sentences(self, doc: Doc, number: dict[int, int], block: int, document: Document) -> None:
        for sentence in doc.sents:
            inside = [number[i] for i in range(sentence.start, sentence.end) if i in number]
            if inside:
                kind = document.blocks[block].kind
                self.sentence_of.extend([len(self.sentences)] * len(inside))
                self.sentences.append(Sentence(inside[0], inside[-1] + 1, block, kind))

    def _add_names(self, doc: Doc, number: dict[int, int]) -> None:
        for entity in doc.ents:
            inside = [number[i] for i in range(entity.start, entity.end) if i in number]
            if inside:
                self.names.append(Name(inside[0], inside[-1] + 1, entity.label_))

    def reading(self, document: Document) -> Reading:
        """The finished columns."""
        children: list[list[int]] = [[] for _ in self.words]
        for i, head in enumerate(self.head):
            if head != i:
                children[head].append(i)
        lower = [word.lower() for word in self.words]
        return Reading(
            document, self.words, lower, self.lemma, self.pos, self.tag, self.dep, self.head, self.start, self.end,
            self.sentence_of, self.sentences, children, self.names,
        )  # fmt: skip


def _head(old: int, heads: list[int], number: dict[int, int]) -> int:
    """The head's new number; a head that was white space is passed over, and a root keeps itself."""
    at = old
    while True:
        above = at + heads[at]
        if above == at:
            return number.get(at, number[old])
        if above in number:
            return number[above]
        at = above
