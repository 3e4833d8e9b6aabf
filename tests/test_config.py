import tomllib
from pathlib import Path

import pytest
from pydantic import BaseModel

from pipeline.catalogue.cards import card_folder, read_card
from pipeline.config import Config, SummarizerConfig, load_config
from pipeline.errors import ConfigError
from pipeline.resources import data_folder

BUNDLED = sorted(path.stem for path in data_folder("configs").glob("*.toml"))


def written(folder: Path, text: str, name: str = "night.toml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def refused(folder: Path, text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        load_config(written(folder, text))
    return str(caught.value).replace(f"{folder}/", "configs/")


def keys(model: type[BaseModel], before: str = "") -> set[str]:
    """Return every key, but for those of a section that nobody has unless it is written."""
    found: set[str] = set()
    for name, field in model.model_fields.items():
        if field.default is None:
            continue
        inner = field.annotation
        section = isinstance(inner, type) and issubclass(inner, BaseModel)
        found |= keys(inner, f"{before}{name}.") if section else {before + name}
    return found


def stated_keys(table: dict[str, object], before: str = "") -> set[str]:
    found: set[str] = set()
    for name, value in table.items():
        found |= stated_keys(value, f"{before}{name}.") if isinstance(value, dict) else {before + name}
    return found


def test_an_empty_file_is_the_default(tmp_path: Path) -> None:
    assert load_config(written(tmp_path, "")).model_dump() == Config().model_dump()


def test_starter_states_every_key_with_its_default() -> None:
    text = (data_folder("configs") / "starter.toml").read_text(encoding="utf-8")
    assert stated_keys(tomllib.loads(text)) == keys(Config)
    assert load_config("starter") == Config()


def test_starter_explains_each_key_where_it_stands_first() -> None:
    lines = (data_folder("configs") / "starter.toml").read_text(encoding="utf-8").splitlines()
    explained = {line.split("=")[0].strip() for line in lines if "=" in line and "#" in line}
    obvious = {"title", "date", "url"}
    assert {key.rpartition(".")[2] for key in keys(Config)} - explained - obvious == set()


@pytest.mark.parametrize("name", BUNDLED)
def test_a_bundled_configuration_names_models_that_have_cards_for_their_jobs(name: str) -> None:
    for job, part in load_config(name).models().items():
        if part.model not in ("extractive", "terms"):
            card = read_card(card_folder(part.model))
            assert card.job == {"stories": "embed"}.get(job, job.partition(".")[0]), job
            assert job.partition(".")[2] in ("", *card.languages)


@pytest.mark.parametrize("name", BUNDLED)
def test_a_bundled_configuration_reads_no_more_than_its_models_take(name: str) -> None:
    config = load_config(name)
    for options in (config.translate, config.summarize.uk, config.summarize.en):
        if options.model != "extractive":
            assert options.max_source_tokens <= read_card(card_folder(options.model)).max_source_tokens


def test_the_bundled_configurations_are_the_three_that_the_help_names() -> None:
    assert BUNDLED == ["gpu", "newsroom", "starter"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "[translate]\nbeam_size = 0",
            "configs/night.toml: translate.beam_size must be 1 to 10, got 0. Set it to 4, the default.",
        ),
        (
            '[translate]\nengine = "marian"',
            "configs/night.toml: translate.engine must be one of: ctranslate2, transformers, "
            'got "marian". Set it to "ctranslate2", the default.',
        ),
        (
            "[input]\nmax_megabytes = 0",
            "configs/night.toml: input.max_megabytes must be a number above 0 and at most 1,000, got 0. "
            "Set it to 10.0, the default.",
        ),
        (
            '[translate]\nbatch_tokens = "many"',
            'configs/night.toml: translate.batch_tokens must be 64 to 1,000,000, got "many". '
            "Set it to 4096, the default.",
        ),
        ("translate = 3", "configs/night.toml: translate must be a section, [translate] on a line of its own, got 3."),
        ("[trnslate]", "configs/night.toml: unknown key trnslate. Did you mean translate?"),
        ("[summarize.uk]\nbeam = 1", "configs/night.toml: unknown key summarize.uk.beam. Did you mean beam_size?"),
        (
            '[glossary]\nfiles = "ours.tsv"',
            "configs/night.toml: glossary.files must be a list of texts in quotation marks: "
            '["one", "two"], got "ours.tsv". Set it to [], the default.',
        ),
        (
            "zzz = 1",
            "configs/night.toml: unknown key zzz. "
            "Known here: input, translate, second_translator, summarize, glossary, stories, render.",
        ),
    ],
)
def test_a_wrong_value_is_answered_with_what_to_set(tmp_path: Path, text: str, said: str) -> None:
    assert refused(tmp_path, text) == said


def test_every_mistake_has_its_own_line(tmp_path: Path) -> None:
    assert len(refused(tmp_path, "[translate]\nbeam_size = 0\nmodel = 3\nspeed = 9").splitlines()) == 3


def test_a_number_in_quotation_marks_is_not_a_number(tmp_path: Path) -> None:
    assert 'got "4"' in refused(tmp_path, '[translate]\nbeam_size = "4"')


def test_broken_toml_is_named_with_its_line(tmp_path: Path) -> None:
    assert "not valid TOML" in (said := refused(tmp_path, "[translate\n"))
    assert "line 1" in said


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "night.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(str(path))


def test_a_byte_order_mark_is_no_trouble(tmp_path: Path) -> None:
    assert load_config(written(tmp_path, "\ufeff[summarize]\npoints = 5")).summarize.points == 5


def test_a_misspelt_bundled_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(ConfigError, match=r"Did you mean newsroom\?"):
        load_config("newsrom")


def test_the_lock_of_a_file_lies_beside_it_and_every_section_knows_it(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, ""))
    stated = {
        config.lock,
        config.translate.lock,
        config.summarize.uk.lock,
        config.summarize.en.lock,
        config.stories.lock,
    }
    assert stated == {tmp_path / "tezy.lock"}


def test_a_bundled_configuration_has_no_lock_of_its_own() -> None:
    assert load_config("starter").lock is None
    assert load_config(str(data_folder("configs") / "starter.toml")).lock is None


def test_loading_a_file_leaves_the_defaults_alone(tmp_path: Path) -> None:
    load_config(written(tmp_path, ""))
    locks = (Config().lock, Config().translate.lock, SummarizerConfig().lock, Config().stories.lock)
    assert locks == (None, None, None, None)


def test_the_lock_is_no_key(tmp_path: Path) -> None:
    assert "unknown key translate.lock" in refused(tmp_path, '[translate]\nlock = "elsewhere"')
    assert "lock" not in str(load_config(written(tmp_path, "")).model_dump())


def test_a_changed_copy_keeps_the_lock(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, ""))
    assert config.translate.model_copy(update={"beam_size": 1}).lock == tmp_path / "tezy.lock"


def test_a_summarizer_reads_more_at_once_than_a_translator() -> None:
    assert SummarizerConfig().max_source_tokens > Config().translate.max_source_tokens


def test_glossary_files_are_looked_for_beside_the_configuration_file(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, '[glossary]\nfiles = ["ours.tsv"]'))
    assert config.glossary.paths == [tmp_path / "ours.tsv"]
    assert config.model_dump()["glossary"] == {"files": ["ours.tsv"]}


def test_knowing_the_folder_of_the_glossary_does_not_lose_the_lock(tmp_path: Path) -> None:
    assert load_config(written(tmp_path, '[glossary]\nfiles = ["ours.tsv"]')).lock == tmp_path / "tezy.lock"


def test_a_second_translator_is_there_only_if_its_section_is(tmp_path: Path) -> None:
    assert Config().second_translator is None
    config = load_config(written(tmp_path, '[second_translator]\nmodel = "opus-mt-uk-en"'))
    assert config.models()["second_translator"].model == "opus-mt-uk-en"
    assert config.second_translator
    assert config.second_translator.lock == tmp_path / "tezy.lock"
    said = refused(tmp_path, "[second_translator]\nbeam = 1")
    assert said == "configs/night.toml: unknown key second_translator.beam. Did you mean beam_size?"
