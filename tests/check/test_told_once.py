from pipeline.check.sentence_checks import check_sentence
from pipeline.config import GlossaryConfig
from pipeline.names.glossary import load_glossary

GLOSSARY = load_glossary(GlossaryConfig())


def test_a_lost_designation_is_told_once_with_its_name_and_where_the_translation_has_another() -> None:
    target = "The Russians struck the city from an anti-400 system."
    (finding,) = check_sentence(0, "Росіяни вдарили по місту з комплексу Бук-М2.", target, GLOSSARY)
    assert finding.check == "names"
    assert "it should be Buk-M2" in finding.message
    assert finding.target_span
    assert target[slice(*finding.target_span)] == "anti-400"
    assert finding.severity == "error"


def test_a_number_that_is_no_part_of_a_name_is_told_beside_it() -> None:
    found = check_sentence(
        0, "Пуск 15 ракет С-300 зафіксовано.", "A launch of 50 missiles C-400 was recorded.", GLOSSARY
    )
    assert sorted(finding.check for finding in found) == ["names", "numbers"]
    assert next(finding for finding in found if finding.check == "numbers").message.startswith("source says 15")
