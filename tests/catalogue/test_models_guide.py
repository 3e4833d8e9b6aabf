"""docs/models.md says what the code does."""

import re
import tomllib
from pathlib import Path

from pipeline.catalogue.card import Card
from pipeline.catalogue.cards import bundled_folders, read_card

TEXT = (Path(__file__).parents[2] / "docs" / "models.md").read_text(encoding="utf-8")
STORIES = (Path(__file__).parents[2] / "docs" / "stories.md").read_text(encoding="utf-8")
TABLE = [line for line in TEXT.splitlines() if line.startswith("| `")]


def test_every_model_with_a_card_is_in_the_table_with_its_licence() -> None:
    for name, folder in bundled_folders().items():
        (row,) = [line for line in TABLE if f"`{name}`" in line]
        card = read_card(folder)
        assert card.license in row, name
        assert ("**no**" in row) is not card.commercial_use, name


def test_the_table_names_no_model_that_has_no_card() -> None:
    assert {name for line in TABLE for name in re.findall(r"`([^`]+)`", line.split("|")[1])} == set(bundled_folders())


def test_the_example_card_is_one() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    stated = tomllib.loads(example.replace('"config.json" = "..."', f'"config.json" = "{"0" * 64}"'))
    assert Card.model_validate(stated).name == "our-translator"


def test_every_family_is_named() -> None:
    for family in Card.model_fields["family"].annotation.__args__:  # type: ignore[union-attr]
        assert f"`{family}`" in TEXT


def test_the_example_of_a_card_to_embed_with_is_one_but_for_its_cosines() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", STORIES, re.DOTALL)
    card = Card.model_validate(tomllib.loads(example))
    assert (card.job, card.same_story, card.related) == ("embed", None, None)
    assert Card.model_validate(card.model_dump() | {"same_story": 0.9, "related": 0.8}).related == 0.8
