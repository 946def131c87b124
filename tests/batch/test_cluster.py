"""A Ray cluster of two nodes, one of whose workers is killed, gives the bytes of one process."""

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from cronistoria.errors import CronistoriaError
from tests.batch.made import DyingAnalyser, bytes_in, make_plan, run, write_reports


@pytest.mark.filterwarnings("default")  # those of Ray itself
def test_a_cluster_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("ray", reason="Ray is not installed: pip install 'cronistoria[ray]'")
    make_cluster: Any = import_module("ray.cluster_utils").Cluster

    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    plan = make_plan(*sorted(write_reports(tmp_path / "in").iterdir()))
    run(plan, tmp_path / "alone")
    cluster = make_cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    try:
        cluster.add_node(num_cpus=1)
        cluster.wait_for_nodes()
        dying = DyingAnalyser("Dea", 1, tmp_path / "deaths")
        run(plan, tmp_path / "cluster", engine="ray", jobs=None, analyser=dying, address=cluster.address)
    finally:
        cluster.shutdown()
    assert len(list((tmp_path / "deaths").iterdir())) == 1
    assert bytes_in(tmp_path / "cluster") == bytes_in(tmp_path / "alone")


def test_without_ray_one_line_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(CronistoriaError, match=r"pip install 'cronistoria\[ray\]'"):
        run(make_plan(*sorted(write_reports(tmp_path / "in").iterdir())), tmp_path / "batch", engine="ray")
