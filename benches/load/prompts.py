"""Writes distinct requests that templates serve, one JSON body a line: no two are equal, so that nothing is answered twice.

Usage: python prompts.py COUNT > bodies.txt
"""

import itertools
import json
import random
import sys

WORDS = "moss fern river glass cloud ember stone harbour violet amber winter signal garden copper meadow lantern".split()
COLOURS = ["teal", "navy", "crimson", "gold", "violet", "#0b3d2e", "coral", "black"]
FORMATS = ["", ", vertical", ", square"]


def title(pick: random.Random) -> str:
    return " ".join(pick.choice(WORDS).capitalize() for _ in range(pick.randint(1, 3)))


def request(number: int, pick: random.Random) -> str:
    """One request, with its number in it."""
    ways = [
        lambda: f"title card '{title(pick)} {number}' in {pick.choice(COLOURS)}, {pick.randint(2, 9)} seconds",
        lambda: f"counter from 0 to {number} labelled '{title(pick)}'",
        lambda: f"bar chart of {points(pick)} titled 'Run {number}'",
        lambda: f"quote '{title(pick)} is number {number}' by Ada Lovelace",
        lambda: f"lower third: {title(pick)} {number}, engineer",
        lambda: f"typewriter '{title(pick)} {number}' in {pick.choice(COLOURS)}",
    ]
    return ways[number % len(ways)]() + pick.choice(FORMATS)


def points(pick: random.Random) -> str:
    return ", ".join(f"{word} {pick.randint(1, 99)}" for word in pick.sample(WORDS, pick.randint(3, 6)))


def main() -> None:
    pick = random.Random(8)
    for number in itertools.islice(itertools.count(1), int(sys.argv[1])):
        print(json.dumps({"prompt": request(number, pick)}))


if __name__ == "__main__":
    main()
