"""The archive keeps records whole, skips what it has, replaces what changed, and keeps its counts in step."""

from __future__ import annotations

import random
from pathlib import Path

import msgspec
import pytest

import dragoman
from dragoman.archive.archive import Archive
from dragoman.errors import ArchiveError
from dragoman.measuring.synthetic import synthetic_records
from dragoman.record import Outcome, Record, Run

LATER = Run("synthetic", "none", "later")
CRISIS = Path(__file__).parents[2] / "samples" / "crisis"


def fill(archive: Archive, records: list[Record]) -> tuple[int, int, int]:
    last = list(archive.add(records))[-1]
    return last.added, last.replaced, last.skipped


def later(record: Record) -> Record:
    """The record as a later version coded it."""
    return msgspec.structs.replace(record, run=LATER, events=record.events[2:], actors=record.actors)


def failed(record: Record) -> Record:
    return Record(
        dragoman=record.dragoman, run=LATER, outcome=Outcome("failed", "lost on the way"), document=record.document
    )


def test_a_record_comes_back_as_it_was_added(archive: Archive, records: list[Record]) -> None:
    fill(archive, records)
    assert list(archive.records()) == records


def test_records_of_the_samples_come_back_as_they_were_coded(archive: Archive) -> None:
    coded = list(dragoman.code(CRISIS))
    fill(archive, coded)
    assert list(archive.records()) == coded
    assert [msgspec.json.encode(r) for r in archive.records()] == [msgspec.json.encode(r) for r in coded]
    assert archive.is_consistent()


def test_adding_again_skips_and_changes_nothing(archive: Archive, records: list[Record]) -> None:
    assert fill(archive, records[:12]) == (12, 0, 0)
    before = archive.content_hash()
    assert fill(archive, records[:12]) == (0, 0, 12)
    assert archive.content_hash() == before


def test_another_run_leaves_nothing_of_the_first(archive: Archive, tmp_path: Path, records: list[Record]) -> None:
    fill(archive, records[:12])
    changed = [later(record) for record in records[:12]]
    assert fill(archive, changed) == (0, 12, 0)
    with Archive.new(tmp_path / "fresh.sqlite") as fresh:
        fill(fresh, changed)
        assert archive.content_hash() == fresh.content_hash()
        for table in ("event", "party", "actor", "mention", "statement", "country_event", "dyad", "registry"):
            query = f"SELECT count(*) FROM {table}"
            assert archive.sql(query).rows == fresh.sql(query).rows, table


def test_a_failed_record_is_kept_but_replaces_no_coded_one(archive: Archive, records: list[Record]) -> None:
    fill(archive, records[:2])
    counts = list(archive.add([failed(records[0]), failed(records[5])]))[-1]
    assert (counts.added, counts.replaced, counts.kept) == (1, 0, 1)
    assert archive.record(records[0].document.id) == records[0]
    assert archive.record(records[5].document.id).outcome.status == "failed"
    assert fill(archive, [records[5]]) == (0, 1, 0)


def test_what_is_there_is_told_before_it_is_coded_again(archive: Archive, records: list[Record]) -> None:
    mine = msgspec.structs.replace(records[0], dragoman=dragoman.__version__)
    fill(archive, [mine])
    redated = msgspec.structs.replace(mine.document, published="1999-01-01")
    assert archive.holds(mine.document, mine.run)
    assert not archive.holds(mine.document, LATER)
    assert not archive.holds(redated, mine.run)
    assert not archive.holds(records[1].document, mine.run)


def test_a_document_that_comes_twice_is_there_once_as_it_came_last(archive: Archive, records: list[Record]) -> None:
    assert fill(archive, [records[0], records[1], later(records[0])]) == (2, 0, 1)
    assert archive.record(records[0].document.id) == later(records[0])


def test_forgetting_takes_all_that_was_found(archive: Archive, records: list[Record]) -> None:
    fill(archive, records[:10])
    assert archive.forget([record.document.id for record in records[:10]] + ["nowhere"]) == 10
    status = archive.status()
    assert (status.documents, status.mentions, status.statements, status.actors) == (0, 0, 0, 0)
    assert archive.is_consistent()
    assert archive.ask("find", text="bakeries").rows == []


@pytest.mark.parametrize("seed", range(4))
def test_counts_stay_in_step_whatever_comes_and_goes(archive: Archive, seed: int) -> None:
    chance, pool = random.Random(seed), list(synthetic_records(25, seed=seed))
    for _ in range(12):
        some = chance.sample(pool, chance.randrange(1, 12))
        if chance.random() < 0.3:
            archive.forget([record.document.id for record in some])
        else:
            fill(archive, [later(record) if chance.random() < 0.5 else record for record in some])
        assert archive.is_consistent()
        assert not archive.sql("PRAGMA foreign_key_check").rows


def test_judgements_and_reviews_stay_when_a_document_is_coded_again(archive: Archive, records: list[Record]) -> None:
    fill(archive, records[:2])
    archive.connection.execute("INSERT INTO review VALUES (NULL, 1, 'e1', 1, 'wrong', 'mode', NULL, NULL, 'A. Reader')")
    archive.connection.execute(
        "INSERT INTO judgement VALUES (NULL, 'incident', 1, 'e1', 2, 'e1', 1, 1, 0.9, 'A. Reader', 0)"
    )
    fill(archive, [later(records[0])])
    assert archive.sql("SELECT count(*) FROM review").rows == [(1,)]
    assert archive.status().incidents == 1
    archive.forget([records[0].document.id])
    assert archive.status().incidents == 0


def test_the_three_levels_are_counted_apart(archive: Archive, records: list[Record]) -> None:
    again = msgspec.structs.replace(records[0].events[1], same_as="e1")
    fill(archive, [msgspec.structs.replace(records[0], events=(records[0].events[0], again))])
    status = archive.status()
    assert (status.mentions, status.events, status.incidents) == (2, 1, 0)


def test_compacting_gives_room_back_and_changes_nothing(archive: Archive, records: list[Record]) -> None:
    fill(archive, records)
    archive.forget([record.document.id for record in records[20:]])
    before, content = archive.status().size_bytes, archive.content_hash()
    archive.compact()
    assert archive.status().size_bytes < before / 2
    assert archive.content_hash() == content
    assert archive.ask("find", text="bakeries", limit=5).rows


def test_a_document_that_is_not_there_is_told(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="holds no document"):
        archive.record("nowhere")
