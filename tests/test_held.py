import pytest

from pipeline.errors import OutputError
from pipeline.held import held_folder

OTHER = "give another --out DIR"


def test_a_second_one_in_the_same_folder_is_refused(tmp_path):
    with (
        held_folder(tmp_path, "run", OTHER),
        pytest.raises(OutputError, match="another run is working here. Wait for it, or give another --out DIR"),
        held_folder(tmp_path, "run", OTHER),
    ):
        pass


def test_the_folder_is_free_again_after_a_failure(tmp_path):
    with pytest.raises(RuntimeError), held_folder(tmp_path, "run", OTHER):
        raise RuntimeError
    with held_folder(tmp_path, "run", OTHER):
        assert (tmp_path / ".lock").exists()


def test_a_folder_that_is_a_file_is_explained(tmp_path):
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputError, match="not writable.*--out DIR"), held_folder(tmp_path / "out", "run", OTHER):
        pass
