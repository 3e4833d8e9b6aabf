import subprocess
import sys

TEXT = """Орєшнік над Дніпром: що відомо про нічну атаку

Уночі російські війська вдарили по Дніпру ракетою «Орєшнік», повідомив президент Володимир Зеленський.

Дослідник Шон Малкахі вважає, що путін тисне на Київ. Речник лікарні Тарас Бортничук подякував донорам.
"""


def tezy(*arguments, **options):
    command = [sys.executable, "-m", "pipeline", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, **options)


def written(folder, text, name="article.txt"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_names_are_listed_with_their_spelling_and_who_says_so(tmp_path):
    ran = tezy("names", written(tmp_path, TEXT))
    assert (ran.returncode, ran.stderr) == (0, "")
    rows = {line.split("\t")[1]: line.split("\t") for line in ran.stdout.splitlines()}
    assert rows["Oreshnik"][2].startswith("configs/glossary/military.tsv:")
    assert rows["Dnipro"][3] == "2"
    assert rows["Putin"][0] == "путін"
    assert rows["Taras Bortnychuk"][2:] == ["KMU-2010", "1"]
    assert rows["?"] == ["Шон Малкахі", "?", "unknown: check the spelling", "1"]


def test_standard_input_is_read(tmp_path):
    assert "Oreshnik" in tezy("names", "-", input=TEXT).stdout


def test_a_newsrooms_file_wins_and_says_so(tmp_path):
    written(tmp_path, "english\tukrainian\nKiev\tКиїв\n", "ours.tsv")
    config = written(tmp_path, '[glossary]\nfiles = ["ours.tsv"]\n', "night.toml")
    ran = tezy("names", written(tmp_path, TEXT), "--config", config)
    assert "Київ\tKiev" in ran.stdout
    assert "ours.tsv:2: Київ is Kiev, not Kyiv as in configs/glossary/places.tsv" in ran.stderr


def test_a_broken_glossary_stops_with_file_and_line(tmp_path):
    written(tmp_path, "english\tukrainian\nKiev\n", "ours.tsv")
    config = written(tmp_path, '[glossary]\nfiles = ["ours.tsv"]\n', "night.toml")
    ran = tezy("names", written(tmp_path, TEXT), "--config", config)
    assert ran.returncode == 2
    assert "ours.tsv:2: the column ukrainian is empty." in ran.stderr
    assert "Traceback" not in ran.stderr


def test_an_english_article_is_refused(tmp_path):
    english = (
        "Attack on the port: what is known\n\nThe port was attacked last night, officials said on Monday morning.\n"
    )
    ran = tezy("names", written(tmp_path, english))
    assert ran.returncode == 2
    assert "expected an article in Ukrainian, found en." in ran.stderr
