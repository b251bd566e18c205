"""Holds the service to its own description: starts it with nothing in it, and lets schemathesis ask for everything.

Usage: python run.py BINARY [options of `schemathesis run`]. It has to run in the environment of requirements.txt.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

TOKEN = "contract-0123456789abcdef"
MODELS = ["ANTHROPIC_API_KEY", "OPENAI_API_KEY", "FIRSTFRAME_LOCAL_URL", "FIRSTFRAME_MODELS"]

# No schema can say which bytes are a picture and which address has one, what the scenes of a project take, and which code
# is a scene: what is in order by the description may be refused there. (A check that is switched off for an operation in the configuration is
# off for all of them, hence two runs.)
DEEP = ["upload", "patch", "apply", "preview", "write"]
RUNS = [
    ["--max-time", "40", *(f"--exclude-operation-id={name}" for name in DEEP)],
    ["--max-time", "20", *(f"--include-operation-id={name}" for name in DEEP), "--exclude-checks=positive_data_acceptance"],
]


def environment(folder: str) -> dict[str, str]:
    """Nothing that says anything about models, and folders that go away."""
    own = {name: value for name, value in os.environ.items() if name not in MODELS}
    places = {"FIRSTFRAME_DATA": f"{folder}/data", "FIRSTFRAME_CACHE": f"{folder}/cache"}
    return own | places | {"FIRSTFRAME_TOKEN": TOKEN}


def listening(service: subprocess.Popen) -> str:
    """Where the service listens, as soon as it says so."""
    for line in service.stderr:
        if found := re.search(r"http://127\.0\.0\.1:\d+", line):
            return found.group()
    raise SystemExit("the service does not start")


def asked(address: str, folder: str, options: list[str]) -> bool:
    """Whether schemathesis, asking at an address, finds nothing wrong."""
    program = Path(sys.executable).parent / "st"
    config = Path(__file__).parent / "schemathesis.toml"
    command = [program, "--config-file", config, "run", f"{address}/openapi.json"]
    command += ["--header", f"Authorization: Bearer {TOKEN}", *options]
    return subprocess.run(command, cwd=folder, check=False).returncode == 0


def kept(address: str) -> dict[str, str]:
    """What operations need to find something: a project with a scene, and a picture, whose id is told."""
    def post(path: str, kind: str, body: bytes) -> dict:
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": kind}
        asked = urllib.request.Request(address + path, data=body, headers=headers)
        with urllib.request.urlopen(asked, timeout=20) as answer:
            return json.load(answer)

    post("/v1/projects", "application/json", b'{"name": "kept"}')
    post("/v1/projects/kept/messages", "application/json", b'{"prompt": "title card \'Moss\'"}')
    picture = post("/v1/assets", "application/octet-stream", b"\x89PNG\r\n\x1a\n" + bytes(32))
    return {"CONTRACT_PICTURE": picture["data"]["asset"]["id"]}


def main() -> None:
    binary, *options = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        command = [Path(binary).absolute(), "serve", "--port", "0", "--rate", "0", "--log", "off"]
        service = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment(folder))
        try:
            address = listening(service)
            os.environ |= kept(address)
            # Both runs are made, whatever the first finds.
            found = [asked(address, folder, [*run, *options]) for run in RUNS]
        finally:
            service.terminate()
            service.wait(timeout=20)
    sys.exit(0 if all(found) else 1)


if __name__ == "__main__":
    main()
