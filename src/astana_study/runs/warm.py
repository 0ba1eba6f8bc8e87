"""Kernels that start in a tenth of a second: forked from a process that has imported everything once.

A kernel of its own spends seconds importing ipykernel, pandas and matplotlib before the first cell. `KernelFarm` starts
one `forkserver` and hands out kernel managers whose kernels are forks of it; papermill and nbclient see ordinary
kernels, each with its own process, memory and working directory. Where forking is not safe (anything but Linux), the
managers start kernels the plain way, in the same environment, so that results do not depend on the way.

Why it is worth it: 26 runs of this study on two busy processors took 18 s forked, 30 s on kernels of their own side by
side, 70 s by plain papermill one after another. ``benchmarks/runs.py`` measures it anew.
"""

from __future__ import annotations

import contextlib
import importlib.util
import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.provisioning import LocalProvisioner

CAN_FORK = sys.platform == "linux"
START_TIMEOUT = 120


def make_environment(folder: Path) -> dict[str, str]:
    """Return the environment of every kernel: the caller's, less what could change a result.

    Parameters
    ----------
    folder : Path
        A temporary folder, for IPython's own files: the user's profile and its start-up files stay out.
    """
    environment = {name: value for name, value in os.environ.items()
                   if not name.startswith(("PYTHON", "MPL", "LC_", "IPYTHON", "JPY_"))}
    environment |= {
        "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC",
        "PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "PYTHONNOUSERSITE": "1",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "IPYTHONDIR": str(folder / "ipython"),
        "NO_COLOR": "1", "COLUMNS": "120", "LINES": "40",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }
    package = Path(__file__).resolve().parents[2]
    if str(package) in os.environ.get("PYTHONPATH", "").split(os.pathsep):
        environment["PYTHONPATH"] = str(package)  # the kernels must see the same astana_study as we do
    environment.pop("LANGUAGE", None)
    environment.pop("FORCE_COLOR", None)
    if os.environ.get("MPLCONFIGDIR"):
        environment["MPLCONFIGDIR"] = os.environ["MPLCONFIGDIR"]
    matplotlib = importlib.util.find_spec("matplotlib")
    if matplotlib and matplotlib.origin:
        environment["MATPLOTLIBRC"] = str(Path(matplotlib.origin).parent / "mpl-data" / "matplotlibrc")
    return environment


class ForkedKernel:
    """A kernel that another process forked, with the face of a `subprocess.Popen`."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._ended = threading.Event()

    def poll(self) -> int | None:
        """Return the exit code, or None while it runs."""
        return self.returncode

    def wait(self, timeout: float | None = None) -> int | None:
        """Wait for its end and return the exit code."""
        if not self._ended.wait(timeout):
            raise subprocess.TimeoutExpired("kernel", timeout or 0)
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send a signal, if it still runs."""
        if self.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def note_end(self, returncode: int) -> None:
        """Record that it ended."""
        self.returncode = returncode
        self._ended.set()


class ForkServer:
    """The near side of `forkserver`: starts it, orders kernels, hears of their ends."""

    def __init__(self, modules: Iterable[str], environment: dict[str, str], log: Path) -> None:
        self._log = log
        self._ready = threading.Event()
        self._lock = threading.Lock()
        self._kernels: dict[int, ForkedKernel] = {}
        self._started: dict[str, ForkedKernel] = {}
        self._news = threading.Condition()
        self._closed = False
        with log.open("wb") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "astana_study.runs.forkserver", str(log.parent), *modules],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, env=environment, process_group=0,
            )
        self._listener = threading.Thread(target=self._listen, name="kernel news", daemon=True)
        self._listener.start()

    def start_kernel(self, connection_file: str, cwd: str, arguments: list[str], log: str) -> ForkedKernel:
        """Return a newly forked kernel.

        Raises
        ------
        RuntimeError
            When the server does not answer; the message ends with what it last said.
        """
        if not self._ready.wait(START_TIMEOUT):
            raise RuntimeError(f"the process that kernels are forked from did not start in {START_TIMEOUT} s")
        order = {"connection_file": connection_file, "cwd": cwd, "arguments": arguments, "log": log}
        with self._news:
            if not self._closed:
                with contextlib.suppress(BrokenPipeError):
                    self._process.stdin.write(json.dumps(order).encode() + b"\n")
                    self._process.stdin.flush()
            self._news.wait_for(lambda: connection_file in self._started or self._closed, START_TIMEOUT)
            kernel = self._started.pop(connection_file, None)
        if kernel is None:
            said = self._log.read_text(encoding="utf-8", errors="replace")[-500:]
            raise RuntimeError(f"the process that kernels are forked from has ended\n{said}".rstrip())
        return kernel

    def _listen(self) -> None:
        for line in self._process.stdout:
            message = json.loads(line)
            with self._news:
                if "started" in message:
                    kernel = ForkedKernel(message["started"])
                    self._kernels[kernel.pid] = self._started[message["connection_file"]] = kernel
                elif "exited" in message:
                    self._kernels.pop(message["exited"]).note_end(message["returncode"])
                self._news.notify_all()
            if "ready" in message:
                self._ready.set()
        with self._news:
            self._closed = True
            for kernel in self._kernels.values():
                kernel.kill()
                kernel.note_end(-signal.SIGKILL)
            self._kernels.clear()
            self._news.notify_all()
        self._ready.set()

    def close(self) -> None:
        """End the server and every kernel it forked."""
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._listener.join(10)
        self._process.stdout.close()


class _OwnKernel(KernelSpecManager):
    """Knows one kernel: this very Python. A ``python3`` that the user registered elsewhere is not it."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(argv=command, display_name="Python 3", language="python")


class _ForkingProvisioner(LocalProvisioner):
    """Does for a kernel manager what starting a process does, by a fork."""

    farm: KernelFarm

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> dict[str, Any]:
        try:
            self.process = self.farm.fork_kernel(self.parent, kwargs.get("cwd") or str(Path.cwd()))
        except RuntimeError:
            if self.farm.closed:
                raise
            return await super().launch_kernel(cmd, **kwargs)  # slower, but it runs
        self.pid = self.pgid = self.process.pid
        self.cwd = kwargs.get("cwd")
        return self.connection_info


class KernelFarm:
    """Hands out kernel managers; use it as a context, so that no kernel outlives it.

    Parameters
    ----------
    modules : iterable of str
        What to import before the first fork; names of modules.
    fork : bool, optional
        False starts every kernel the plain way. By default, fork where that is safe.
    """

    def __init__(self, modules: Iterable[str] = (), *, fork: bool | None = None) -> None:
        self._modules = list(modules)
        self.forks = CAN_FORK if fork is None else fork
        self._numbers = itertools.count(1)
        self._managers: list[AsyncKernelManager] = []

    def __enter__(self) -> KernelFarm:
        # a short path: sockets of the operating system allow about a hundred characters
        self._folder = Path(tempfile.mkdtemp(prefix="astana-"))
        self.environment = make_environment(self._folder)
        self._server, self.closed = None, False
        if self.forks:
            self._server = ForkServer(self._modules, self.environment, self._folder / "forkserver.log")
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End every kernel at once; runs that are under way see theirs die."""
        self.closed = True
        for manager in self._managers:
            process = getattr(manager.provisioner, "process", None)
            if process is not None and process.poll() is None:
                process.kill()
        if self._server is not None:
            self._server.close()
            self._server = None
        shutil.rmtree(self._folder, ignore_errors=True)

    def make_manager(self) -> AsyncKernelManager:
        """Return a manager of one kernel that is not started yet."""
        number = next(self._numbers)
        manager = AsyncKernelManager(
            kernel_name="python3", kernel_spec_manager=_OwnKernel(),
            connection_file=str(self._folder / f"{number}.json"))
        if sys.platform != "win32":
            # files instead of ports: two processes can pick the same free port, never the same new folder
            manager.transport, manager.ip = "ipc", str(self._folder / str(number))
        if self.forks:
            manager.provisioner = _ForkingProvisioner(
                parent=manager, kernel_id=str(number), kernel_spec=manager.kernel_spec)
            manager.provisioner.farm = self
        self._managers.append(manager)
        return manager

    def fork_kernel(self, manager: AsyncKernelManager, cwd: str) -> ForkedKernel:
        """Return a forked kernel for a manager whose connection file is written."""
        if self._server is None:
            raise RuntimeError("the kernels were closed")
        arguments = ["--HistoryManager.hist_file=:memory:"]
        return self._server.start_kernel(manager.connection_file, cwd, arguments, self.name_log(manager))

    def name_log(self, manager: AsyncKernelManager) -> str:
        """Return the path of the file that holds what a forked kernel said outside its cells."""
        return manager.connection_file.removesuffix(".json") + ".log"
