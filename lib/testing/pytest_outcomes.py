"""A pytest plugin for our own tests: one JSON line per outcome, and a shuffled order on request."""

import json
import os
import random

PHASES = {"setup", "teardown"}


def write(outcome, name, text):
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    with open(os.environ["OUTCOMES_FILE"], "a", encoding="utf-8") as file:
        file.write(json.dumps({"outcome": outcome, "name": name, "text": text}) + "\n")


def pytest_runtest_logreport(report):
    if report.skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        write("skipped", report.nodeid, reason)
    elif report.failed:
        crash = getattr(report.longrepr, "reprcrash", None)
        message = crash.message if crash else str(report.longrepr)
        where = f"{report.when}: " if report.when in PHASES else ""
        write("failed", report.nodeid, where + message)
    elif report.when == "call":
        write("passed", report.nodeid, "")


def pytest_collectreport(report):
    if report.failed:
        write("failed", report.nodeid, f"collection: {report.longrepr}")


def pytest_collection_modifyitems(items):
    seed = os.environ.get("SHUFFLE_SEED")
    if seed:
        random.Random(seed).shuffle(items)
