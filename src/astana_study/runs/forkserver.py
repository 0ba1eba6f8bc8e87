"""The process that kernels are forked from: imports everything once, then waits for orders.

Run as ``python -m astana_study.runs.forkserver FOLDER MODULE…`` by `warm`. Orders come as JSON lines on standard input
(``{"connection_file": …, "cwd": …}``), news goes out as JSON lines on standard output (``{"ready": true}``,
``{"started": pid, "connection_file": …}``, ``{"exited": pid, "returncode": n}``). It ends when its input ends,
kills its kernels then and removes FOLDER with their files, so that nothing outlives the process that asked for them.

It must stay free of threads and of ZeroMQ sockets: a fork copies neither. Kernels make their own.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import select
import shutil
import signal
import sys

# What every kernel needs at its start, besides what the notebooks import. pyplot without its inline backend:
# that one looks for a running kernel when it is imported, and finds none here.
KERNEL_MODULES = (
    "ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.zmqshell", "ipykernel.comm",
    "ipykernel.debugger", "psutil", "jedi", "IPython.core.pylabtools", "IPython.core.completer",
    "IPython.core.completerlib", "IPython.core.debugger", "IPython.core.oinspect", "IPython.extensions.storemagic",
)


def main(folder: str, modules: list[str]) -> None:
    """Import the modules, say so, fork kernels until the input ends, and remove the folder of their files."""
    news = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)  # what an import prints must not be taken for news
    for name in (*KERNEL_MODULES, *modules):
        # a module that cannot be imported here fails again in the notebook that needs it, with its own message
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    for name in [name for name in sys.modules if name.startswith("matplotlib_inline")]:
        del sys.modules[name]  # it hooks itself into the running kernel at its import: there is none yet
    gc.collect()
    gc.freeze()  # the children share these pages with us: the collector must not touch them
    try:
        _serve(news)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _serve(news) -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asked: it closes our input
    children: set[int] = set()
    _tell(news, ready=True)
    pending = b""
    while True:
        ready, _, _ = select.select([0, reading], [], [])
        if reading in ready:
            os.read(reading, 4096)
            _report_exits(children, news)
        if 0 in ready:
            chunk = os.read(0, 65536)
            if not chunk:
                break
            *orders, pending = (pending + chunk).split(b"\n")
            for order in orders:
                _fork_kernel(json.loads(order), children, news, (reading, writing))
    for pid in children:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)
    for pid in children:
        with contextlib.suppress(ChildProcessError):
            os.waitpid(pid, 0)


def _report_exits(children: set[int], news) -> None:
    for pid in tuple(children):
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            children.discard(pid)
            _tell(news, exited=pid, returncode=os.waitstatus_to_exitcode(status))


def _fork_kernel(order: dict, children: set[int], news, pipe: tuple[int, int]) -> None:
    sys.stdout.flush()
    sys.stderr.flush()
    parent = os.getpid()
    pid = os.fork()
    if pid:
        children.add(pid)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.setpgid(pid, pid)
        _tell(news, started=pid, connection_file=order["connection_file"])
        return
    status = 1
    try:
        os.setpgid(0, 0)
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGCHLD, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for descriptor in (*pipe, news.fileno()):
            os.close(descriptor)
        _become_kernel(order, parent)
        status = 0
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        with contextlib.suppress(Exception):
            sys.stderr.flush()
        os._exit(status)


def _become_kernel(order: dict, parent: int) -> None:
    import random

    from ipykernel.kernelapp import IPKernelApp

    null = os.open(os.devnull, os.O_RDONLY)
    log = os.open(order["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for source, target in ((null, 0), (log, 1), (log, 2)):
        os.dup2(source, target)
    os.close(null)
    os.close(log)
    os.chdir(order["cwd"])
    random.seed()  # or every kernel would draw the same "random" numbers
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()
    sys.argv = ["ipykernel_launcher", "-f", order["connection_file"]]
    application = IPKernelApp.instance(parent_handle=parent)
    application.initialize([*sys.argv[1:], *order.get("arguments", [])])
    application.start()


def _tell(news, **message) -> None:
    news.write(json.dumps(message) + "\n")
    news.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
