"""Asks the service on this machine as often as it can, steadily for a long time, and beside slow readers.

Usage: python run.py --service BINARY --bare BINARY [--oha PROGRAM] [--seconds N] [--steady N] [--slow N]
Ends with 1 if something is not as it has to be: at least 40 % of the requests per second of a bare handler that serialises
the same answer, a p99 of at most 5 ms at 1,000 requests a second without an error, at most 150 MiB that grow by at most
1 MB an hour, and at most 20 % lost to 1,000 slow readers.
"""

import argparse
import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

from slow import SlowReaders

HERE = Path(__file__).parent
BODIES = 200_000
CONNECTIONS = 64
ROUNDS = 3


@contextlib.contextmanager
def running(command: list, environment: dict[str, str]):
    """A server and where it listens, until it is not needed any more."""
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ | environment)
    try:
        lines = iter(server.stderr)
        address = next(found.group() for line in lines if (found := re.search(r"http://[\d.]+:\d+", line)))
        threading.Thread(target=lambda: all(lines), daemon=True).start()
        yield server.pid, address
    finally:
        server.terminate()
        server.wait(timeout=20)


class Load:
    """The generator: oha, with one of many bodies for each request."""

    def __init__(self, program: str, bodies: Path):
        self.program, self.bodies = program, bodies

    def asks(self, address: str, seconds: int, *options: str) -> dict:
        command = [self.program, "-z", f"{seconds}s", "-m", "POST", "-T", "application/json", "-Z", self.bodies]
        command += ["--no-tui", "--output-format", "json", "-w", *options, f"{address}/v1/generate"]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    def rate(self, address: str, seconds: int) -> float:
        told = self.asks(address, seconds, "-c", str(CONNECTIONS))
        if wrong := errors(told):
            raise SystemExit(f"{wrong} answers of {address} were wrong")
        return told["summary"]["requestsPerSec"]


def errors(told: dict) -> int:
    """How many requests were not answered as they should be."""
    wrong = sum(count for status, count in told["statusCodeDistribution"].items() if status != "200")
    return wrong + sum(count for kind, count in told["errorDistribution"].items() if "deadline" not in kind)


def answered(address: str, body: str) -> bytes:
    asked = urllib.request.Request(f"{address}/v1/generate", body.encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(asked, timeout=20) as answer:
        return answer.read()


def usual(address: str, bodies: Path) -> bytes:
    """The answer whose length is in the middle of those of many requests."""
    with bodies.open() as lines:
        answers = sorted((answered(address, next(lines)) for _ in range(600)), key=len)
    return answers[len(answers) // 2]


def memory(pid: int) -> float:
    """What a process has in memory, in MiB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024


def growth(samples: list[tuple[float, float]]) -> float:
    """How steeply memory grows in the second half of its samples, in MB an hour, by least squares."""
    late = samples[len(samples) // 2 :]
    times, sizes = [at for at, _ in late], [size for _, size in late]
    middle, mean = sum(times) / len(late), sum(sizes) / len(late)
    spread = sum((at - middle) ** 2 for at in times)
    return sum((at - middle) * (size - mean) for at, size in late) / spread * 3600 * 1.048576 if spread else 0.0


class Findings:
    """What was found, and whether all of it is as it has to be."""

    def __init__(self):
        self.holds = True

    def tell(self, what: str, figure: str, holds: bool) -> None:
        self.holds &= holds
        print(f"{'✓' if holds else '✗'} {what:<44} {figure}", flush=True)


def beside_bare(load: Load, addresses: tuple[str, str], seconds: int, findings: Findings) -> None:
    """The service and the bare handler in turn, so that both have the same weather."""
    rounds = [[load.rate(address, seconds) for address in addresses] for _ in range(ROUNDS)]
    ours, bare = (sorted(rates)[ROUNDS // 2] for rates in zip(*rounds))
    findings.tell("requests a second, of a bare handler's", f"{ours:,.0f} of {bare:,.0f}: {ours / bare:.0%}", ours / bare >= 0.4)


def steadily(load: Load, service: tuple[int, str], seconds: int, findings: Findings) -> None:
    pid, address = service
    samples, began, done = [], time.monotonic(), threading.Event()

    def watch() -> None:
        while not done.wait(2):
            samples.append((time.monotonic() - began, memory(pid)))

    watching = threading.Thread(target=watch)
    watching.start()
    told = load.asks(address, seconds, "-q", "1000", "-c", "32", "--latency-correction")
    done.set()
    watching.join()
    p99, rate = told["latencyPercentiles"]["p99"] * 1000, told["summary"]["requestsPerSec"]
    peak = max(size for _, size in samples)
    findings.tell(f"p99 at {rate:,.0f} a second for {seconds} s", f"{p99:.2f} ms", p99 <= 5 and rate > 950)
    findings.tell("errors", str(errors(told)), errors(told) == 0)
    findings.tell("memory at its most", f"{peak:.0f} MiB", peak <= 150)
    steep = growth(samples)
    # A short run says nothing about hours: what is allowed to grow is then what settles at the beginning.
    findings.tell("memory grows by", f"{steep:.2f} MB an hour", steep <= 1 or seconds < 300)


def beside_slow(load: Load, service: tuple[int, str], slow: tuple[int, int], findings: Findings) -> None:
    (pid, address), (readers, seconds) = service, slow
    alone, beside = [], []
    for _ in range(ROUNDS):
        alone.append(load.rate(address, seconds))
        with SlowReaders(address, readers) as waiting:
            time.sleep(2)
            beside.append(load.rate(address, seconds))
            held = waiting.held()
    (alone, beside) = (sorted(rates)[ROUNDS // 2] for rates in (alone, beside))
    lost = 1 - beside / alone
    figure = f"{alone:,.0f} to {beside:,.0f}: {lost:.0%} ({held} held, {memory(pid):.0f} MiB)"
    findings.tell(f"lost to {readers} slow readers", figure, lost <= 0.2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--service", type=Path, required=True)
    parser.add_argument("--bare", type=Path, required=True)
    parser.add_argument("--oha", default="oha")
    parser.add_argument("--seconds", type=int, default=20, help="for each measurement of requests a second")
    parser.add_argument("--steady", type=int, default=600, help="for the long one at 1,000 a second")
    parser.add_argument("--slow", type=int, default=1000, help="how many slow readers")
    args = parser.parse_args()
    findings = Findings()
    with tempfile.TemporaryDirectory() as folder:
        bodies, answer = Path(folder) / "bodies", Path(folder) / "answer.json"
        with bodies.open("w") as lines:
            subprocess.run([sys.executable, HERE / "prompts.py", str(BODIES)], stdout=lines, check=True)
        own = {"FIRSTFRAME_DATA": f"{folder}/data", "FIRSTFRAME_CACHE": f"{folder}/cache"}
        # The limit is there and counts, but lets everything through that comes from this machine.
        serve = [args.service, "serve", "--port", "0", "--rate", "1000000", "--log", "off", "--no-models"]
        load = Load(args.oha, bodies)
        with running(serve, own) as service, contextlib.ExitStack() as stack:
            answer.write_bytes(usual(service[1], bodies))
            _, bare = stack.enter_context(running([args.bare, answer], {}))
            print(f"  the usual answer has {answer.stat().st_size:,} bytes", flush=True)
            beside_bare(load, (service[1], bare), args.seconds, findings)
            beside_slow(load, service, (args.slow, args.seconds), findings)
            steadily(load, service, args.steady, findings)
    sys.exit(0 if findings.holds else 1)


if __name__ == "__main__":
    main()
