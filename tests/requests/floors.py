#!/usr/bin/env python3
"""Holds the floors of the router on the labelled requests: `floors.py target/debug/firstframe`.

Every set is routed by the real program and scored by score.py, as if only the templates of the library existed. A
figure below its floor fails. The floors stand a little under what the router reaches; raise them when it gets better.
"""
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent

# Set, kind, figure: the least (or, for what should not happen, the most).
LEAST = {
    ("dev.jsonl", "add", "reach"): 0.95,
    ("dev.jsonl", "add", "precision"): 0.99,
    ("dev.jsonl", "add", "slot_f1"): 0.97,
    ("dev.jsonl", "multi", "exact"): 0.65,
    ("dev.jsonl", "multi", "precision"): 0.99,
    ("dev_fill.jsonl", "fill", "asked"): 0.86,
    ("scripts.jsonl", "multi", "exact"): 0.68,
    ("scripts.jsonl", "multi", "precision"): 0.97,
    ("fill.jsonl", "fill", "asked"): 0.89,
    ("messy.jsonl", "add", "reach"): 0.97,
    ("messy.jsonl", "add", "precision"): 0.995,
    ("messy.jsonl", "add", "slot_f1"): 0.98,
    ("messy.jsonl", "add", "exact"): 0.93,
    ("unnamed.jsonl", "add", "reach"): 0.88,
    ("unnamed.jsonl", "add", "precision"): 0.99,
    ("dev.jsonl", "edit", "exact"): 0.98,
    ("dev.jsonl", "edit", "precision"): 0.98,
    ("dev_code.jsonl", "edit", "exact"): 0.77,
    ("dev_code.jsonl", "edit", "precision"): 0.97,
    ("edits.jsonl", "edit", "exact"): 0.395,
    ("edits.jsonl", "edit", "precision"): 0.9,
    ("edits_code.jsonl", "edit", "exact"): 0.36,
    ("edits_code.jsonl", "edit", "precision"): 0.88,
    ("edits_free.jsonl", "edit", "exact"): 0.42,
    ("edits_free.jsonl", "edit", "precision"): 0.965,
}
MOST = {
    ("dev.jsonl", "out", "dispatched"): 0.01,
    ("scripts.jsonl", "out", "dispatched"): 0.01,
    ("fill.jsonl", "out", "dispatched"): 0.01,
    ("unnamed.jsonl", "out", "dispatched"): 0.013,
    ("edits.jsonl", "out", "dispatched"): 0.021,
    ("dev_code.jsonl", "edit-model", "dispatched"): 0.06,
    ("edits_code.jsonl", "edit-model", "dispatched"): 0.03,
    ("edits_free.jsonl", "edit-model", "dispatched"): 0.03,
}


def templates(binary):
    """The ids of the library's templates."""
    listed = subprocess.run([binary, "templates", "list", "--json"], check=True, capture_output=True, text=True)
    return [manifest["id"] for manifest in json.loads(listed.stdout)]


def requests(labels):
    """The lines of a set with the code of its scenes in the place of their paths."""
    for line in labels.read_text(encoding="utf-8").splitlines():
        request = json.loads(line)
        for scene in request.get("project") or [] if isinstance(request.get("project"), list) else []:
            if scene.get("code", "").endswith(".tsx"):
                scene["code"] = (HERE / scene["code"]).read_text(encoding="utf-8")
        yield json.dumps(request)


def score(binary, name):
    """The report of score.py on one set."""
    labels = HERE / name
    lines = "\n".join(requests(labels)) + "\n"
    routed = subprocess.run([binary, "route", "--jsonl"], check=True, input=lines, capture_output=True, text=True)
    answers = HERE.parent.parent / "target" / f"answers-{name}"
    answers.write_text(routed.stdout, encoding="utf-8")
    command = [sys.executable, HERE / "score.py", labels, answers, "--json"]
    known = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    # Where the templates are named, the scorer leaves requests for several scenes out.
    command += ["--templates", ",".join(templates(binary))]
    report = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {**known, **report}


def main():
    binary = sys.argv[1]
    reports = {name: score(binary, name) for name in {name for name, _, _ in [*LEAST, *MOST]}}
    failed = 0
    for bounds, holds, sign in ((LEAST, float.__ge__, "at least"), (MOST, float.__le__, "at most")):
        for (name, kind, figure), bound in bounds.items():
            got = reports[name][kind][figure]
            right = got is not None and holds(float(got), bound)
            failed += not right
            print(f"{'ok  ' if right else 'FAIL'} {name} {kind} {figure}: {got} ({sign} {bound}, of {reports[name][kind]['n']})")
    print(f"{len(LEAST) + len(MOST) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
