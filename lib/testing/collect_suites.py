"""Compiles and collects many generated suites in one Python process, a fork for each: imports are paid once.

Reads a JSON list of folders, prints one JSON line for each: {"folder", "collected", "problem"}.
"""

import contextlib
import io
import json
import os
import sys
from pathlib import Path

import jsonschema  # noqa: F401  loaded once, for all forks
import pytest
import requests  # noqa: F401


class Collected:
    def __init__(self):
        self.count = 0
        self.problems = []

    def pytest_collectreport(self, report):
        if report.failed:
            self.problems.append(str(report.longrepr))

    def pytest_collection_finish(self, session):
        self.count = len(session.items)


def collect(folder):
    for file in sorted(Path(folder).rglob("*.py")):
        try:
            compile(file.read_bytes(), str(file), "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            return {"folder": folder, "collected": 0, "problem": f"{file}: {error}"}
    os.chdir(folder)
    seen = Collected()
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        arguments = ["--collect-only", "-q", "-q", "-p", "no:cacheprovider", "--rootdir", "."]
        code = pytest.main(arguments, plugins=[seen])
    if code == pytest.ExitCode.OK and not seen.problems:
        return {"folder": folder, "collected": seen.count, "problem": None}
    problem = "\n".join(seen.problems) or f"exit code {int(code)}: {printed.getvalue()[-2000:]}"
    return {"folder": folder, "collected": seen.count, "problem": problem}


def main():
    sys.dont_write_bytecode = True
    for folder in json.load(sys.stdin):
        sys.stdout.flush()
        child = os.fork()
        if child == 0:
            print(json.dumps(collect(folder)), flush=True)
            os._exit(0)
        os.waitpid(child, 0)


main()
