"""Only a notebook whose every cell completed gets its final name; every other is kept as failed, and says why."""

import asyncio
import json
import os
import shutil

import pytest

from astana_study.runs.execution import RunError, execute_notebook
from astana_study.runs.warm import CAN_FORK, KernelFarm


@pytest.fixture
def execute(farm, notebooks, tmp_path):
    def execute(name, parameters=None, *, farm=farm, timeout=20):
        path = execute_notebook(notebooks / f"{name}.ipynb", tmp_path / "outputs" / f"{name}.ipynb", parameters,
                                farm=farm, timeout=timeout)
        return json.loads(path.read_text(encoding="utf-8"))

    return execute


def list_outputs(notebook):
    return [output for cell in notebook["cells"] for output in cell.get("outputs", ())]


def test_parameters_reach_the_cells(execute, tmp_path):
    notebook = execute("counts", {"count": 3, "language": "ar"})
    assert "".join(list_outputs(notebook)[0]["text"]) == "[0, 1, 2] ar\n"
    assert [cell["execution_count"] for cell in notebook["cells"] if cell["cell_type"] == "code"] == [1, 2, 3, 4]
    assert [path.name for path in (tmp_path / "outputs").iterdir()] == ["counts.ipynb"]


def test_without_parameters_no_cell_is_injected(execute):
    assert [cell["id"] for cell in execute("counts")["cells"]] == ["parameters", "text-0", "code-1", "code-2"]


@pytest.mark.parametrize(("name", "cell", "said"), [
    ("fails_in_second_cell", 2, "ZeroDivisionError: division by zero"),
    ("exits_zero", 2, "SystemExit: 0"),
    ("exits_zero_in_last_cell", 2, "SystemExit: 0"),
    ("kernel_dies", 2, "the kernel died"),
    ("quits", 2, "the kernel died"),
])
def test_a_cell_that_does_not_complete_is_a_failure(execute, tmp_path, name, cell, said):
    with pytest.raises(RunError) as caught:
        execute(name)
    error = caught.value
    assert said in str(error) and name in str(error) and str(error.kept) in str(error)
    if name != "quits":  # quitting ends the kernel soon after its cell: which cell sees it is a matter of chance
        assert error.cell == cell and error.source.splitlines()[0] in str(error)
    assert [path.name for path in (tmp_path / "outputs").iterdir()] == [f"{name}.failed.ipynb"]
    assert "\x1b[" not in str(error)


@pytest.mark.skipif(not CAN_FORK, reason="only a forked kernel leaves a log")
def test_the_last_words_of_a_dead_kernel_are_told(execute):
    with pytest.raises(RunError, match="last words"):
        execute("kernel_dies")


def test_a_cell_that_never_ends_is_ended(execute):
    with pytest.raises(RunError, match=r"did not end within 1 s \(the time-out for one cell\)") as caught:
        execute("never_ends", timeout=1)
    assert "while True" in str(caught.value)


def test_a_failure_leaves_the_last_good_output_alone_and_a_success_ends_it(execute, tmp_path, farm, notebooks):
    output = tmp_path / "outputs" / "run.ipynb"
    good = execute_notebook(notebooks / "counts.ipynb", output, {"count": 2}, farm=farm).read_bytes()
    with pytest.raises(RunError):
        execute_notebook(notebooks / "fails_in_second_cell.ipynb", output, {"count": 1}, farm=farm)
    assert output.read_bytes() == good
    execute_notebook(notebooks / "fails_in_second_cell.ipynb", output, {"count": 2}, farm=farm)
    assert [path.name for path in output.parent.iterdir()] == ["run.ipynb"]


def test_braces_in_paths_are_only_braces(farm, notebooks, tmp_path):
    folder = tmp_path / "a {b} {0}"
    folder.mkdir()
    shutil.copy(notebooks / "counts.ipynb", folder / "{c}.ipynb")
    assert execute_notebook(folder / "{c}.ipynb", folder / "{d}.ipynb", {"count": 2}, farm=farm).exists()


def test_an_output_folder_that_is_a_file_is_named(farm, notebooks, tmp_path):
    (tmp_path / "outputs").write_text("in the way", encoding="utf-8")
    with pytest.raises(NotADirectoryError, match=r"outputs is a file, but a folder is needed there"):
        execute_notebook(notebooks / "counts.ipynb", tmp_path / "outputs" / "counts" / "x.ipynb", farm=farm)
    assert (tmp_path / "outputs").read_text(encoding="utf-8") == "in the way"


def test_figures_tables_and_warnings_are_the_same_from_run_to_run(execute):
    one, two = (execute("draws", {"count": 2}) for _ in range(2))
    assert one == two
    kinds = [kind for output in list_outputs(one) for kind in output.get("data", {})]
    assert kinds.count("image/png") == 2 and "text/html" in kinds


@pytest.mark.skipif(not CAN_FORK, reason="nothing to compare with")
def test_forked_and_plain_kernels_give_the_same(execute, monkeypatch):
    monkeypatch.setenv("MPLBACKEND", "agg")
    monkeypatch.setenv("TZ", "Asia/Almaty")
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    with KernelFarm(fork=False) as plain, KernelFarm(["pandas.io.formats.style", "matplotlib.pyplot"]) as forking:
        for name in ("draws", "reads_its_surroundings"):
            assert execute(name, farm=plain) == execute(name, farm=forking)


@pytest.mark.skipif(not CAN_FORK, reason="there is no such process")
def test_runs_go_on_without_the_process_that_kernels_are_forked_from(execute):
    with KernelFarm() as farm:
        before = execute("counts", {"count": 2}, farm=farm)
        farm._server._process.kill()
        farm._server._process.wait()
        assert execute("counts", {"count": 2}, farm=farm) == before


def test_a_closed_farm_ends_its_kernels_and_leaves_nothing(notebooks, tmp_path):
    with KernelFarm() as farm:
        manager = farm.make_manager()
        asyncio.run(manager._async_start_kernel(cwd=str(tmp_path), env=farm.environment))
        process, folder = manager.provisioner.process, farm._folder
        assert process.poll() is None
    if CAN_FORK:
        assert process.wait(5) is not None
        with pytest.raises(ProcessLookupError):
            os.kill(process.pid, 0)
    assert not folder.exists()
