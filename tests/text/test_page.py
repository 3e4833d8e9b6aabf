from pipeline.text.page import kept, paragraphs_stand_apart, read_lines, removals


def test_empty_lines_are_remembered_as_gaps() -> None:
    assert [(line.text, line.gap) for line in read_lines("а\nб\n\nв")] == [("а", False), ("б", False), ("в", True)]


def test_bullets_and_numbers_are_told_from_text() -> None:
    lines = read_lines("• перше\n- друге\n3) третє\n-5 градусів\n24.02 почалося\n2025. рік")
    assert [line.bullet for line in lines] == ["•", "-", "3)", "", "", ""]
    assert [line.number for line in lines] == [None, None, 3, None, None, None]


def test_bullet_on_a_line_of_its_own_belongs_to_the_next() -> None:
    (line,) = read_lines("•\nтекст")
    assert (line.bullet, line.text, line.full_text) == ("•", "текст", "• текст")


def test_line_that_begins_with_a_comma_continues_the_one_above() -> None:
    (line,) = read_lines("Про це пише Bloomberg\n, передає УНН.")
    assert line.text == "Про це пише Bloomberg, передає УНН."


def test_text_wrapped_at_a_fixed_width_is_joined_by_paragraphs() -> None:
    wrapped = (
        "Перший рядок довгого\nабзацу, який поштова\nпрограма порізала.\n\n"
        "Другий абзац так само\nпорізаний на рядки\nпо тридцять знаків."
    )
    assert [line.text for line in read_lines(wrapped)] == [
        "Перший рядок довгого абзацу, який поштова програма порізала.",
        "Другий абзац так само порізаний на рядки по тридцять знаків.",
    ]


def test_headlines_one_under_another_are_not_joined() -> None:
    assert len(read_lines("Перша новина\nДруга новина\nТретя новина\nЧетверта новина\nП'ята новина")) == 5


def test_first_rule_that_takes_a_line_out_is_the_one_named() -> None:
    lines = read_lines("а\nб")
    lines[0].remove("first")
    lines[0].remove("second")
    assert [line.text for line in kept(lines)] == ["б"]
    assert [(piece.text, piece.rule) for piece in removals(lines)] == [("а", "first")]


def test_cut_piece_is_accounted_for() -> None:
    (line,) = read_lines("Share: The text goes on.")
    line.cut(0, 7, "share")
    assert line.text == "The text goes on."
    assert [(piece.text, piece.rule) for piece in removals([line])] == [("Share:", "share")]


def test_page_says_whether_its_paragraphs_stand_apart() -> None:
    paragraph = "Рада підтримала закон про бібліотеки та нові книжки."
    assert paragraphs_stand_apart(read_lines("\n\n".join([paragraph] * 4)))
    assert not paragraphs_stand_apart(read_lines("\n".join([paragraph] * 4)))
