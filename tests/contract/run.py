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
SECONDS = 60


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


def asked(address: str, folder: str, options: list[str]) -> int:
    """The exit code of schemathesis, asking at an address."""
    program = Path(sys.executable).parent / "st"
    config = Path(__file__).parent / "schemathesis.toml"
    command = [program, "--config-file", config, "run", f"{address}/openapi.json"]
    command += ["--header", f"Authorization: Bearer {TOKEN}", "--max-time", str(SECONDS), *options]
    return subprocess.run(command, cwd=folder, env=os.environ | kept(address), check=False).returncode


def kept(address: str) -> dict[str, str]:
    """What operations need to find something: a project with a scene, and a picture."""
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
            code = asked(listening(service), folder, options)
        finally:
            service.terminate()
            service.wait(timeout=20)
    sys.exit(code)


if __name__ == "__main__":
    main()
