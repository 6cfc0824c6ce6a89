#!/usr/bin/env python3
"""Answers, one JSON line for each JSON line on standard input, with the lines of network-config-analyzer's connectivity map."""
import contextlib
import io
import json
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "node_modules/.cache/engines/network-config-analyzer"))
# It keeps the stderr that it finds while it is loaded.
sys.stderr = complaints = io.StringIO()
from nca.nca_cli import nca_main  # noqa: E402 (where it lies is known only now)


def connectivity(manifests):
    """Lines such as `10.0.0.0-10.0.255.255 => shop/pod0 : {protocols:TCP,dst_ports:80-90}`."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "all.json").write_text(json.dumps({"apiVersion": "v1", "kind": "List", "items": manifests}))
        ways = ["--output_endpoints", "pods", "--output_format", "txt_no_fw_rules", "--print_ipv6"]
        printed = io.StringIO()
        complaints.seek(0)
        complaints.truncate()
        with contextlib.redirect_stdout(printed):
            nca_main(["--connectivity", "--resource_list", folder, *ways])
    if "unique endpoints" not in printed.getvalue():
        raise ValueError(complaints.getvalue() or "network-config-analyzer refuses the manifests")
    return [line for line in printed.getvalue().splitlines() if " => " in line]


for line in sys.stdin:
    question = json.loads(line)
    try:
        reply = {"answer": connectivity(question["ask"])}
    except (Exception, SystemExit) as error:  # Whatever it refuses is the answer.
        reply = {"error": str(error) or type(error).__name__}
    print(json.dumps({"id": question["id"], **reply}), flush=True)
