"""What is shown of an article, whatever the format."""

from pipeline.records import Finding
from pipeline.render.article import announce, tell


def said(line) -> str:
    return "".join(piece.text for piece in line.english)


def test_paragraphs_headings_and_lists_are_restored(make_brief):
    parts = tell(make_brief()).parts
    assert [part.kind for part in parts] == ["lead", "heading", "paragraph", "list", "paragraph"]
    assert [len(part.rows) for part in parts] == [1, 1, 1, 2, 1]


def test_sentences_of_one_block_stand_in_one_paragraph(make_brief):
    brief = make_brief(text=[("paragraph", "Раз.", "One."), ("paragraph", "Два.", "Two.")])
    assert [said(line) for part in tell(brief).parts for row in part.rows for line in row][1:] == ["One.", "Two."]


def test_a_ukrainian_article_has_its_headline_in_both_languages(make_brief):
    story = announce(make_brief())
    assert story.headline.startswith("Overnight attack")
    assert story.source_headline.startswith("Нічна атака зруйнувала під’їзд")


def test_an_english_article_stands_in_one_language(make_brief):
    story = tell(make_brief(english=True))
    assert not story.entry.translated
    assert not story.entry.source_headline
    assert all(not line.source for part in story.parts for row in part.rows for line in row)


def test_without_a_title_the_lead_gives_the_headline(make_brief):
    story = tell(make_brief(title=("", ""), lead=("Слово. " * 20, "word " * 20)))
    assert story.entry.headline.replace("\u00a0", " ") == "word " * 13 + "word…"
    assert not story.title


def test_without_title_and_text_the_source_gives_the_headline(make_brief):
    assert tell(make_brief(title=("", ""), lead=("", ""), text=[])).entry.headline == "000.txt"


def test_a_mark_covers_the_words_it_is_about(make_brief):
    brief = make_brief(findings=[Finding("numbers", 1, "Differ.", "error", 0.9, (9, 11), (18, 20))])
    (lead,) = tell(brief).parts[0].rows[0]
    marked = [(piece.text, piece.severity, piece.notes) for piece in lead.english if piece.severity]
    assert marked == [("14", "error", (1,))]
    assert [piece.text for piece in lead.source if piece.severity] == ["14"]


def test_where_marks_overlap_the_gravest_shows_and_none_is_lost(make_brief):
    findings = [
        Finding("a", 1, "A.", "note", 0.5, None, (0, 9)),
        Finding("b", 1, "B.", "error", 0.5, None, (4, 20)),
    ]
    (lead,) = tell(make_brief(findings=findings)).parts[0].rows[0]
    assert [(p.text, p.severity, p.notes) for p in lead.english[:3]] == [
        ("The ", "note", ()),
        ("death", "error", (1,)),
        (" toll is 14", "error", (2,)),
    ]


def test_a_mark_without_a_place_stands_at_the_end_of_its_sentence(make_brief):
    brief = make_brief(findings=[Finding("coverage", 1, "Shorter.", "warning", 0.5)])
    (lead,) = tell(brief).parts[0].rows[0]
    assert lead.english[-1].notes == (1,)
    assert lead.english[-1].severity is None


def test_a_span_beyond_the_sentence_is_cut_to_it(make_brief):
    brief = make_brief(findings=[Finding("x", 1, "X.", "error", 0.5, (-5, 9999), (500, 600))])
    (lead,) = tell(brief).parts[0].rows[0]
    assert said(lead) == "The death toll is 14, the SES reported."
    assert lead.english[-1].notes == (1,)
    assert [piece.severity for piece in lead.source] == ["error"]


def test_a_lost_translation_keeps_its_mark(make_brief):
    brief = make_brief(lead=("Слово.", ""), findings=[Finding("coverage", 1, "Nothing came.", "error", 1.0)])
    (lead,) = tell(brief).parts[0].rows[0]
    assert [piece.notes for piece in lead.english] == [(1,)]


def test_marks_are_counted_through_the_article(make_brief):
    findings = [Finding("late", 5, "L.", "note", 0.5), Finding("early", 1, "E.", "error", 0.5)]
    story = tell(make_brief(findings=findings))
    assert [(note.number, note.check, note.line) for note in story.notes] == [(1, "early", 2), (2, "late", 6)]
    assert story.entry.to_check == 1


def test_only_addresses_of_the_web_become_links(make_brief):
    assert announce(make_brief(url="https://example.org/a?b=c")).url == "https://example.org/a?b=c"
    for address in ("javascript:alert(1)", "file:///etc/passwd", "//example.org", "https://[", "data:text/html,x"):
        assert announce(make_brief(url=address)).url == ""


def test_a_finding_about_a_key_point_stands_by_the_point_and_marks_no_sentence(make_brief):
    brief = make_brief(
        findings=[
            Finding("key points", 1, "Says 15.", "error", 0.9, None, (0, 3), key_point=0),
            Finding("numbers", 2, "Differ.", "error", 0.9, None, (0, 3)),
        ]
    )
    story = tell(brief)
    noted = [p.notes for p in (*story.entry.source_points, *story.entry.english_points) if p.notes]
    assert noted == [(2,)]
    assert [note.number for note in story.notes if note.check == "key points"] == [2]
    (lead,) = story.parts[0].rows[0]
    assert [piece.notes for piece in lead.english if piece.notes] == []


def test_what_was_repaired_is_told_and_not_marked_as_wrong(make_brief):
    finding = Finding("names", 1, "Was Lvov.", "error", 0.9, None, (4, 9), action="repaired")
    story = tell(make_brief(findings=[finding]))
    (lead,) = story.parts[0].rows[0]
    assert [piece.severity for piece in lead.english if piece.severity] == ["note"]
    assert story.notes[0].repaired
    assert story.entry.to_check == 0
