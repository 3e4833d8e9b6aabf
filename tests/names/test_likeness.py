import pytest

from pipeline.names.correspondence import beginning_cost, correspondence_cost
from pipeline.names.edit_distance import edit_distance
from pipeline.names.likeness import GOOD, NEAR, is_derived, relative_cost, romanisation_keys, sound_key, spelling_cost


@pytest.mark.parametrize(
    ("ukrainian", "english"),
    [("шевченко", "shevchenko"), ("юлія", "yuliia"), ("трамп", "tramp"), ("макрон", "macron"), ("бук", "buk")],
)
def test_a_romanisation_costs_nothing(ukrainian: str, english: str) -> None:
    assert correspondence_cost(ukrainian, english) == 0


@pytest.mark.parametrize(
    ("ukrainian", "english"),
    [
        ("мішель", "michelle"),
        ("малкахі", "mulcahy"),
        ("цзіньпін", "jinping"),
        ("трюдо", "trudeau"),
        ("маклін", "mclean"),
        ("пембрук", "pembroke"),
        ("врубель", "wrobel"),
        ("кінтеро", "quintero"),
        ("вайнштейн", "weinstein"),
    ],
)
def test_a_foreign_spelling_is_near(ukrainian: str, english: str) -> None:
    assert spelling_cost(ukrainian, english) <= GOOD


@pytest.mark.parametrize(("ukrainian", "english"), [("макрон", "merkel"), ("київ", "kharkiv"), ("шольц", "scholars")])
def test_another_word_is_far(ukrainian: str, english: str) -> None:
    assert relative_cost(ukrainian, english) > NEAR / 2


def test_another_name_is_further_than_a_misspelt_one() -> None:
    assert spelling_cost("лейпциг", "leipbig") > GOOD
    assert relative_cost("лейпциг", "leipbig") <= NEAR < relative_cost("лейпциг", "lagos")


@pytest.mark.parametrize(
    ("ukrainian", "english"),
    [
        ("гвадалквівір", "guadalquovir"),
        ("ціммерман", "zimmermaann"),
        ("інтеркомерц", "interkommmerts"),
        ("вашингтонського", "washingten"),
    ],
)
def test_one_wrong_letter_is_wrong_in_a_long_name_too(ukrainian: str, english: str) -> None:
    assert spelling_cost(ukrainian, english) > GOOD


@pytest.mark.parametrize(
    ("ukrainian", "english"),
    [
        ("вайзмен", "wiseman"),
        ("рейксмузеум", "rijksmuseum"),
        ("коперник", "copernicus"),
        ("рона", "rhone"),
        ("вільямісар", "villamizar"),
        ("гуляйпільського", "huliaipole"),
    ],
)
def test_endings_and_spellings_of_other_languages_are_known(ukrainian: str, english: str) -> None:
    assert spelling_cost(ukrainian, english) <= GOOD or is_derived(ukrainian, english)


def test_case_forms_are_led_back() -> None:
    assert relative_cost("гончаренкові", "honcharenko") == 0
    assert relative_cost("рязанського", "ryazan") == 0


def test_what_is_derived_of_a_name_begins_like_it() -> None:
    assert beginning_cost("енергодарський", "enerhodar") == 0
    assert is_derived("сахельського", "sahelian")
    assert not is_derived("берлінський", "beirut")
    assert not is_derived("сахельського", "sahelib")
    assert not is_derived("донецького", "donetsd")


@pytest.mark.parametrize(
    "spellings",
    [("Serhii", "Serhiy"), ("Yuliia", "Yulia", "Julia"), ("Syrskyi", "Syrsky", "Syrskyy"), ("Hladkov", "Gladkov")],
)
def test_romanisations_of_one_name_sound_alike(spellings: tuple[str, ...]) -> None:
    assert len({sound_key(spelling) for spelling in spellings}) == 1


def test_a_misspelling_does_not_sound_like_any_romanisation() -> None:
    assert sound_key("Honchorenko") not in romanisation_keys("гончаренка")
    assert sound_key("Honcharenko") in romanisation_keys("гончаренка")


@pytest.mark.parametrize(
    ("first", "second", "distance"),
    [
        ("", "", 0),
        ("kyiv", "kyiv", 0),
        ("kyiv", "kiev", 2),
        ("putin", "puitn", 1),
        ("ab", "", 2),
        ("volyn", "volhynia", 3),
    ],
)
def test_edit_distance_counts_letters(first: str, second: str, distance: int) -> None:
    assert edit_distance(first, second) == edit_distance(second, first) == distance
