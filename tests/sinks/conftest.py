from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import pytest
from tests.sinks.postgresql import Cluster, programs, running_cluster

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """One server for the whole run."""
    found = programs()
    if found is None:
        pytest.skip("no PostgreSQL server is installed (see tests/postgresql.sh)")
    if find_spec("psycopg") is None:
        pytest.skip("psycopg is not installed: pip install 'dafu[postgresql]'")
    with running_cluster(found) as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'letters.db'}"
    server: Cluster = request.getfixturevalue("cluster")
    return server.make_database(f"letters_{next(_NUMBERS)}")
