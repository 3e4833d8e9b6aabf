import pytest

from pipeline.check.quotations import check_quotations


def messages(source, target):
    return [finding.message for finding in check_quotations(source, target)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("«Ми готові», — сказав міністр.", '"We are ready," said the minister.'),
        ("«Ми готові», — сказав міністр.", "“We are ready,” said the minister."),
        ("„Ми готові“, — сказав він.", "‘We are ready’, he said."),
        ("«Ми готові», — сказав він.", 'He said: "We are ready."'),
        ("«Ми готові, — сказав він, — і чекаємо».", '"We are ready," he said, "and waiting."'),
        ("«Ми готові, — сказав він. — Ми чекаємо».", '"We are ready," he said. "We are waiting."'),
        ("«Ми готові.", '"We are ready.'),
        ("Ми чекаємо», — сказав він.", 'We are waiting," he said.'),
        ("— Ми готові, — сказав він.", '"We are ready," he said.'),
        ("Міст збудували торік.", "The bridge was built last year."),
        ("", ""),
    ],
)
def test_quotations_that_agree_raise_nothing(source, target):
    assert messages(source, target) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Газета «Дзеркало» пише про міст.", "The newspaper Dzerkalo writes about the bridge."),
        ("Уночі збили двадцять «шахедів».", "Twenty Shaheds were shot down at night."),
        ("Застосунок «єЧерга» оновили.", "The eCherha app has been updated."),
    ],
)
def test_names_may_lose_their_marks(source, target):
    assert messages(source, target) == []


def test_a_quotation_without_marks_is_missed():
    (message,) = messages("«Ми готові», — сказав міністр.", "We are ready, said the minister.")
    assert message == "the source quotes «Ми готові», the translation has no quotation marks for it"


def test_a_quotation_that_only_the_translation_has_is_reported():
    (message,) = messages("Міністр назвав план сміливим.", 'The minister called the plan "bold."')
    assert message == 'the translation quotes "bold.", the source does not'


def test_a_mark_without_its_other_is_reported():
    (message,) = messages("«Ми готові», — сказав він.", '"We are ready, he said.')
    assert message.startswith("the translation opens a quotation without its other mark")


def test_a_quotation_that_goes_on_may_not_be_closed():
    (message,) = messages("«Ми готові.", '"We are ready."')
    assert message == "in the source a quotation goes on after this sentence, in the translation it does not"


def test_a_quotation_that_began_before_may_not_be_opened():
    (message,) = messages("Ми чекаємо», — сказав він.", '"We are waiting," he said.')
    assert message == "in the source a quotation began before this sentence, in the translation it does not"


@pytest.mark.parametrize(
    "target",
    [
        '"We are ready and we," wait for the bridge, said the minister from Poltava.',
        'We are "ready and we wait for the bridge," said the minister from Poltava.',
        '"We are ready and we wait for the bridge, said the minister" from Poltava.',
        '"We are ready and we wait for the bridge, said the minister from Poltava."',
    ],
)
def test_a_mark_in_another_place_is_seen_in_direct_speech(target):
    source = "«Ми готові й чекаємо на міст», — сказав міністр із Полтави."
    assert not messages(source, '"We are ready and we wait for the bridge," said the minister from Poltava.')
    (message,) = messages(source, target)
    assert "do not stand where the source's do" in message


@pytest.mark.parametrize(
    "target",
    [
        'The president spoke of a strong "drone wall on" the border.',
        'The president "spoke of a strong drone wall" on the border.',
        'The president spoke of a strong "drone wall on the border".',
    ],
)
def test_a_mark_in_another_place_is_seen_in_part_of_a_sentence(target):
    source = "Президент говорив про міцну «стіну дронів» на кордоні."
    assert not messages(source, 'The president spoke of a strong "drone wall" on the border.')
    assert messages(source, target)


def test_spans_show_both_quotations():
    source, target = "Президент говорив про «стіну дронів».", 'The president "spoke of a drone wall."'
    (finding,) = check_quotations(source, target, sentence=3)
    assert finding.sentence == 3
    assert source[slice(*finding.source_span)] == "«стіну дронів»"
    assert target[slice(*finding.target_span)] == '"spoke of a drone wall."'
