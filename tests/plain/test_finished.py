"""A finished conversation in lines: read, given along, and opened again before it is changed."""

from __future__ import annotations

from giz_gesprek.conversation import flow
from giz_gesprek.store import Store
from tests.conversation.support import NOW
from tests.plain.support import Table, full_talk


def finished(store: Store) -> Table:
    """Return a table with a finished conversation, at its report."""
    return Table(store, flow.jump(flow.finish(full_talk(), now=NOW), flow.SUMMARY))


def test_its_lines_have_no_numbers_and_one_opens_it_again(store: Store) -> None:
    table = finished(store)
    told = table.types("/t", "/s", "/g")
    assert table.says("finish.closed") in told
    assert "Goed.\n  1. X" in told
    assert table.kept.state == "finished"
    reopen = table.says("button.reopen")
    assert f"\n2. {reopen}\n" in finished(store).types()
    table = finished(store)
    told = table.types("2", "", "2", "1")
    assert table.says("finish.reopened") in told
    assert f"1. {table.says('button.change')}" in told
    assert (table.kept.state, table.kept.finished_at) == ("in_progress", None)
    [line] = store.changes(table.session().family.id)
    assert (line.change.action, line.at) == ("reopened", NOW)


def test_it_is_left_from_its_papers_as_it_was(store: Store) -> None:
    table = finished(store)
    before = table.kept
    told = table.types("", "4", "")
    assert f"4. {table.says('button.close')}" in told
    assert table.ending == "left"
    assert table.kept == before.model_copy(update={"position": table.kept.position})
