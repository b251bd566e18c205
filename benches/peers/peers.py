#!/usr/bin/env python3
"""The peers that are written in Python: `peers.py SET.json`, called by `cargo bench --bench peers`.

SET.json holds patterns (a template and the ways to name it) and labelled requests. One line of JSON is printed for each
peer: what it is, the microseconds that each request took, and its answers (a template or null).

Each peer gets the best setting that we found for it, chosen on the very requests that it is judged by.
"""
import json
import re
import sys
import time

from hassil import Intents, recognize_best
from rapidfuzz import fuzz, process, utils

# hassil tries every intent: it is stopped after so many seconds, and judged by the requests that it answered.
PATIENCE = 30


def timed(answer, requests, patience=None):
    """The answers to requests, and the microseconds that each took."""
    answers, times, begun = [], [], time.perf_counter()
    for request in requests:
        started = time.perf_counter()
        answers.append(answer(request["prompt"]))
        times.append((time.perf_counter() - started) * 1e6)
        if patience and time.perf_counter() - begun > patience:
            break
    return answers, times


def tell(name, answers, times):
    print(json.dumps({"name": name, "answers": answers, "times": times}), flush=True)


def by_rapidfuzz(patterns, requests):
    """The pattern with the name that is nearest, if it is near enough; among equals the longest name."""
    names = [(utils.default_process(name), pattern["template"]) for pattern in patterns for name in pattern["names"]]
    choices = [name for name, _ in names]

    def nearest(prompt):
        found = process.extract(utils.default_process(prompt), choices, scorer=fuzz.token_set_ratio, limit=8)
        score, _, at = max((score, len(choice), at) for choice, score, at in found)
        return score, names[at][1]

    scored, times = timed(nearest, requests)

    def quality(least):
        right = sum(score >= least and template in request["templates"]
                    for (score, template), request in zip(scored, requests))
        dispatched = sum(score >= least for score, _ in scored)
        wanted = sum(bool(request["templates"]) for request in requests)
        return 2 * right / (dispatched + wanted)

    least = max(range(50, 101), key=quality)
    answers = [template if score >= least else None for score, template in scored]
    tell(f"rapidfuzz token_set_ratio, from {least} on", answers, times)


def by_hassil(patterns, requests):
    """Sentences with room before and behind a name."""
    intents, templates = {}, {}
    for number, pattern in enumerate(patterns):
        names = sorted({name for name in pattern["names"] if re.fullmatch(r"[\w ']+", name)})
        if names:
            intents[f"i{number}"] = {"data": [{"sentences": [f"[{{before}} ]({'|'.join(names)})[ {{after}}]"]}]}
            templates[f"i{number}"] = pattern["template"]
    room = {"wildcard": True}
    compiled = Intents.from_dict({"language": "en", "intents": intents, "lists": {"before": room, "after": room}})

    def best(prompt):
        found = recognize_best(" ".join(prompt.split()), compiled)
        return templates[found.intent.name] if found else None

    tell("hassil recognize_best", *timed(best, requests, PATIENCE))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        data = json.load(file)
    by_rapidfuzz(data["patterns"], data["requests"])
    by_hassil(data["patterns"], data["requests"])


if __name__ == "__main__":
    main()
