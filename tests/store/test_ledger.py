import pytest

from pipeline.errors import OutputError
from pipeline.records import Skipped
from pipeline.store.ledger import Ledger

SKIPPED = Skipped("b.txt", "The file is empty.", "Send it again.")


def test_entries_and_briefs_come_back_in_the_order_of_the_input(tmp_path):
    with Ledger(tmp_path / "l") as ledger:
        ledger.add_read([("a.txt", "article a"), SKIPPED])
        ledger.add_read([("c.txt", "article c")])
        ledger.add_briefs([(2, "brief c")])
        ledger.add_briefs([(0, "brief a")])
        assert list(ledger.briefs()) == ["brief a", "brief c"]
        assert list(ledger.skipped()) == [SKIPPED]
        assert (ledger.read_count, ledger.article_count, ledger.brief_count) == (3, 2, 2)


def test_a_reopened_ledger_goes_on_where_it_was(tmp_path):
    with Ledger(tmp_path / "l") as ledger:
        ledger.add_read([(f"{n}.txt", f"article {n}") for n in range(5)])
        ledger.add_briefs([(0, "brief"), (1, "brief")])
    with Ledger(tmp_path / "l") as ledger:
        assert list(ledger.unwritten(2)) == [[(2, "article 2"), (3, "article 3")], [(4, "article 4")]]


def test_writing_while_going_through_what_is_unwritten_repeats_and_loses_nothing(tmp_path):
    with Ledger(tmp_path / "l") as ledger:
        ledger.add_read([(f"{n}.txt", f"article {n}") for n in range(7)])
        for chunk in ledger.unwritten(3):
            ledger.add_briefs([(position, article) for position, article in chunk])
        assert list(ledger.briefs()) == [f"article {n}" for n in range(7)]


def test_a_fact_keeps_its_first_value(tmp_path):
    with Ledger(tmp_path / "l") as ledger:
        assert ledger.fact("started", "monday") == "monday"
        assert ledger.fact("started", "tuesday") == "monday"


def test_a_failed_write_names_the_file_and_leaves_nothing(tmp_path):
    with Ledger(tmp_path / "l") as ledger:
        ledger.add_read([("a.txt", "article a")])
        with pytest.raises(OutputError, match="cannot be written"):
            ledger.add_briefs([(0, "brief"), (0, {"not": "text"})])
        assert ledger.brief_count == 0


@pytest.mark.parametrize("put", [lambda one: one.place("a" * 9000, 1), lambda one: one.add_story(1, 1, "s" * 9000)])
def test_a_disk_that_is_full_while_stories_are_put_in_is_said(tmp_path, put):
    with Ledger(tmp_path / "l") as ledger:
        ledger.begin_stories()
        ledger._database.execute("PRAGMA max_page_count = 1")  # no more than there are
        with pytest.raises(OutputError, match=r"cannot be written \(.*full\)\. Free space"):
            put(ledger)
