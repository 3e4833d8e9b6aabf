import time
from pathlib import Path

import pytest

from pipeline.catalogue.cards import bundled_folders, card_folder, read_card
from pipeline.catalogue.find import find_model, is_here
from pipeline.catalogue.model import Model, combined_sha256
from pipeline.catalogue.verify import hash_files, verify_files
from pipeline.errors import ModelError

OWN_CARD = """
name = "our-model"
title = "Our own"
family = "marian"
job = "translate"
languages = ["uk", "en"]
license = "CC0-1.0"
commercial_use = true
about = "For tests."
"""


def own_model(folder: Path, **files: str) -> Path:
    """A newsroom's own model: its files, and a card that states them."""
    folder.mkdir()
    for name, text in ({"config.json": "{}", "model.safetensors": "weights"} | files).items():
        (folder / name).write_text(text, encoding="utf-8")
    stated = "".join(f'"{name}" = "{sha256}"\n' for name, sha256 in hash_files(folder).items())
    (folder / "card.toml").write_text(f"{OWN_CARD}\n[files]\n{stated}", encoding="utf-8")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return own_model(tmp_path / "ours")


def test_a_folder_with_a_card_is_a_model(own: Path) -> None:
    model = find_model(str(own))
    assert (model.revision, model.folder) == ("local", own)
    assert model.files == hash_files(own)
    verify_files(model)


def test_the_starter_is_found_by_its_name(home: Path) -> None:
    model = find_model("starter-uk-en")
    assert (model.revision, model.card.repo) == ("bundled", "")
    assert model.weights_sha256 == combined_sha256(model.card.files)


def test_an_unknown_name_is_answered_with_the_nearest_and_all_there_are(home: Path) -> None:
    with pytest.raises(
        ModelError, match=r"no model starter-uk-eng. Did you mean starter-uk-en\? Available: bart-large"
    ):
        find_model("starter-uk-eng")


def test_a_repository_name_is_answered_with_the_cards_name(home: Path) -> None:
    with pytest.raises(ModelError, match=r"Did you mean nllb-200-distilled-600m\?"):
        find_model("facebook/nllb-200-distilled-600M")


def test_a_hub_model_that_is_not_pulled_says_what_to_type(home: Path) -> None:
    with pytest.raises(ModelError, match=r"is not pulled.*Type: tezy models pull opus-mt-uk-en$"):
        find_model("opus-mt-uk-en")
    assert not is_here("opus-mt-uk-en")


def test_a_folder_without_a_card_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"a folder without a card.toml. docs/models.md"):
        find_model(str(tmp_path))


def test_a_stated_file_that_is_missing_is_named(own: Path) -> None:
    (own / "config.json").unlink()
    with pytest.raises(ModelError, match=r"config.json is stated in its card and is missing"):
        find_model(str(own))


def test_changed_weights_are_refused_when_they_would_be_loaded(own: Path) -> None:
    (own / "model.safetensors").write_text("wEights", encoding="utf-8")
    model = find_model(str(own))  # the size is the same, and nothing is hashed to find a model
    with pytest.raises(
        ModelError, match=r"model.safetensors is not the file it should be: sha256 .* is stated, .* was"
    ):
        verify_files(model)


def test_a_file_that_nobody_stated_is_refused(own: Path) -> None:
    (own / "pytorch_model.bin").write_text("a pickle", encoding="utf-8")
    with pytest.raises(ModelError, match=r"pytorch_model.bin in .* is not among the stated files"):
        verify_files(find_model(str(own)))


@pytest.mark.parametrize("name", ["README.md", "LICENSE", ".DS_Store"])
def test_text_for_people_may_lie_beside_the_weights(own: Path, name: str) -> None:
    (own / name).write_text("text", encoding="utf-8")
    verify_files(find_model(str(own)))


def test_weights_without_stated_hashes_are_refused(own: Path) -> None:
    (own / "card.toml").write_text(OWN_CARD, encoding="utf-8")
    model = find_model(str(own))
    assert not is_here(str(own))
    with pytest.raises(ModelError, match=r"states no files.*`tezy models verify .*` prints the lines"):
        verify_files(model)


def test_any_changed_file_changes_the_weights_hash(tmp_path: Path) -> None:
    one = find_model(str(own_model(tmp_path / "one")))
    same = find_model(str(own_model(tmp_path / "same")))
    other = find_model(str(own_model(tmp_path / "other", **{"vocab.json": "[]"})))
    assert one.weights_sha256 == same.weights_sha256 != other.weights_sha256


def test_the_order_of_files_does_not_change_the_weights_hash() -> None:
    assert combined_sha256({"a": "1", "b": "2"}) == combined_sha256({"b": "2", "a": "1"})


def test_finding_hashes_nothing(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hashed(*_: object) -> None:
        raise AssertionError("a file was hashed")

    monkeypatch.setattr("hashlib.file_digest", hashed)
    start = time.perf_counter()
    assert isinstance(find_model(str(own)), Model)
    assert time.perf_counter() - start < 1


def test_every_bundled_card_is_whole_and_named_after_its_folder() -> None:
    for name, folder in bundled_folders().items():
        card = read_card(folder)
        assert card.name == name
        assert card.repo == "" or card.revision == "main", "a revision is pinned by the lock, never by the card"
        assert card.commercial_use is ("NC" not in card.license)


def test_two_cards_of_one_repository_share_their_files() -> None:
    translate, summarize = (read_card(card_folder(f"qwen3-4b-{job}")) for job in ("translate", "summarize"))
    assert translate.repo == summarize.repo


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('license = "CC0-1.0"', 'license = " "'), "states no licence"),
        (('family = "marian"', 'family = "maria"'), 'family must be one of: marian, nllb, .*got "maria"'),
        (("title =", "titel ="), r"title is missing.*\n.*unknown key titel. Did you mean title"),
        (('name = "our-model"', 'name = "../ours"'), "name must be"),
        (("[files]", 'repo = "desk/tiny"\n[files]'), 'repo needs a revision. Add: revision = "main"'),
        (("[files]", 'repo = "desk/tiny"\nrevision = "main"\n[files]'), "repo and files exclude each other"),
        (("[files]", '[files]\n"../config.json" = "00"'), r"files"),
        (("[files]", "[files"), "not valid TOML"),
    ],
)
def test_a_wrong_card_is_answered_with_what_to_mend(own: Path, change: tuple[str, str], said: str) -> None:
    path = own / "card.toml"
    text = path.read_text(encoding="utf-8")
    assert change[0] in text
    path.write_text(text.replace(*change), encoding="utf-8")
    with pytest.raises(ModelError, match=said) as caught:
        find_model(str(own))
    assert str(path) in str(caught.value)
