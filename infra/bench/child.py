"""The program of a fresh process: loads one handler as Lambda does, and feeds it.

Its argument is JSON: where modules lie, the handler, the core, the share of it that
is left after loading: Lambda loads at full speed, whatever memory a function has. It
reads an event a line, and writes when it began, when it had loaded and had answered.
"""

import importlib
import json
import os
import resource
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    invoked_function_arn: str
    function_name: str
    aws_request_id: str = "00000000-0000-4000-8000-000000000000"


def moment() -> dict[str, float]:
    used = resource.getrusage(resource.RUSAGE_SELF)
    cpu = used.ru_utime + used.ru_stime
    return {"at": time.monotonic(), "cpu": cpu, "kilobytes": used.ru_maxrss}


def main(told: str) -> None:
    given = json.loads(told)
    # Whatever a handler prints would stand between the answers.
    answers, sys.stdout = sys.stdout, sys.stderr
    os.sched_setaffinity(0, {given["core"]})
    sys.path[:0] = given["path"]
    began = moment()
    module, _, name = given["handler"].rpartition(".")
    handle = getattr(importlib.import_module(module), name)
    if given["share"]:
        Path(given["share"]).write_text(str(os.getpid()), encoding="ascii")
    print(json.dumps({"began": began, "loaded": moment()}), file=answers, flush=True)
    arn = given["arn"]
    context = Context(invoked_function_arn=arn, function_name=arn.split(":")[-1])
    for line in sys.stdin:
        start = moment()
        answer = handle(json.loads(line), context)
        done = {"start": start, "end": moment(), "answer": answer}
        print(json.dumps(done, default=str), file=answers, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
