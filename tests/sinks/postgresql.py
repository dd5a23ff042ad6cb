"""A PostgreSQL server of the tests' own: on a free port of this machine, in a temporary folder, without privileges."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

_USERS = ("postgres", "nobody")
"""Who runs the server where the tests are run by root, which PostgreSQL refuses."""
_DEBIAN = Path("/usr/lib/postgresql")


def programs() -> Path | None:
    """The folder of `initdb` and `postgres`; None where no server is installed."""
    folders = sorted(
        _DEBIAN.glob("*/bin"), key=lambda path: int(path.parent.name.split(".")[0]), reverse=True
    )
    on_path = shutil.which("initdb")
    if on_path:
        folders.append(Path(on_path).resolve().parent)
    return next((folder for folder in folders if (folder / "postgres").exists()), None)


class Cluster:
    """One server; it can be stopped and started again on the same port with the same data."""

    def __init__(self, bin_folder: Path, folder: Path) -> None:
        self._bin, self._folder = bin_folder, folder
        self._user = _unprivileged()
        self._server: subprocess.Popen[bytes] | None = None
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        if self._user:
            os.chown(folder, self._user.pw_uid, self._user.pw_gid)
        options = ["--auth=trust", "--username=dafu", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
        self._call("initdb", "--pgdata", str(folder / "data"), *options)

    @property
    def url(self) -> str:
        return self.url_of("postgres")

    def url_of(self, database: str) -> str:
        return f"postgresql://dafu@127.0.0.1:{self.port}/{database}"

    def make_database(self, name: str) -> str:
        """The address of a new, empty database."""
        self._call("psql", *self._where(), "--quiet", "--command", f"CREATE DATABASE {name}", "postgres")
        return self.url_of(name)

    def start(self) -> None:
        log = (self._folder / "log").open("ab")
        with log:
            self._server = subprocess.Popen(
                [
                    self._bin / "postgres", "-D", self._folder / "data", "-p", str(self.port),
                    "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off",
                ],
                stdout=log, stderr=log, start_new_session=True, **self._as_user(),
            )  # fmt: skip
        until = time.monotonic() + 30
        while time.monotonic() < until:
            if self._server.poll() is not None:
                break
            ready = [self._bin / "pg_isready", *self._where(), "--quiet"]
            if subprocess.run(ready, check=False).returncode == 0:
                return
            time.sleep(0.05)
        raise RuntimeError((self._folder / "log").read_text("utf-8", "replace"))

    def stop(self, *, at_once: bool = False) -> None:
        """Ends the server, its connections too; `at_once` as a crash would."""
        if self._server and self._server.poll() is None:
            self._server.send_signal(signal.SIGQUIT if at_once else signal.SIGINT)
            self._server.wait(30)
        self._server = None

    def _where(self) -> list[str]:
        return ["--host=127.0.0.1", f"--port={self.port}", "--username=dafu"]

    def _call(self, program: str, *arguments: str) -> None:
        called = [str(self._bin / program), *arguments]
        subprocess.run(called, check=True, capture_output=True, cwd=self._folder, **self._as_user())

    def _as_user(self) -> dict[str, object]:
        return {"user": self._user.pw_uid, "group": self._user.pw_gid} if self._user else {}


def _unprivileged() -> pwd.struct_passwd | None:
    """Who to become; None for an ordinary user, who need not."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return next(known[name] for name in _USERS if name in known)


@contextlib.contextmanager
def running_cluster(bin_folder: Path) -> Iterator[Cluster]:
    """A server that is gone, with its folder, when the block ends."""
    folder = Path(tempfile.mkdtemp(prefix="dafu-postgresql-"))
    try:
        cluster = Cluster(bin_folder, folder)
        try:
            cluster.start()
            yield cluster
        finally:
            cluster.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
