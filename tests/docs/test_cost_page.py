"""The page about cost adds up, and counts what the stack has."""

import json
import re

from tests.docs.pages import page
from tests.house import ROOT
from tests.infra.pipeline_facts import of_type

PAGE = page("docs/cost.md")
MONTH = PAGE.sections["A month, with 100 keys, no key in trouble"]
ROWS = [
    [cell.strip() for cell in line.strip("| ").split("|")]
    for line in MONTH.splitlines()
    if line.startswith("| ") and "dollars" not in line
]
HOURS = 730
SIMPLE = re.compile(r"\$([\d.]+) (each|per GB-s|per GB|per million|per 10,000)")
UNITS = {"per million": 1_000_000, "per 10,000": 10_000}
HALF_A_CENT = 0.0051


def row(*words: str) -> list[str]:
    [found] = [it for it in ROWS if all(word in it[0] for word in words)]
    return found


def test_the_rows_add_up() -> None:
    *rows, together = ROWS
    total = sum(float(it[-1]) for it in rows)

    assert together[-1] == f"**{total:.2f}**"


def test_a_row_is_its_amount_times_its_price() -> None:
    for what, amount, price, dollars in ROWS[:-1]:
        found = SIMPLE.fullmatch(price)
        if found:
            number = float(amount.partition(" ")[0].replace(",", ""))
            cost = number * float(found[1]) / UNITS.get(found[2], 1)
            assert abs(cost - float(dollars)) <= HALF_A_CENT, what


def test_what_the_stack_has_is_counted() -> None:
    assert row("two secrets")[1] == str(len(of_type("AWS::SecretsManager::Secret")))
    alarms = [it["Properties"] for it in of_type("AWS::CloudWatch::Alarm").values()]
    metrics = sum(len(it.get("Metrics", [0, 0])) - 1 for it in alarms)
    assert (row("five alarms")[1], len(alarms)) == (str(metrics), 5)


def test_the_sweep_is_counted_with_the_memory_that_it_has() -> None:
    config = json.loads((ROOT / ".chalice" / "config.json").read_text("utf-8"))
    memory = config["lambda_functions"]["sweep"]["lambda_memory_size"]

    assert row("sweeps", f"{memory} MB")[1] == f"{HOURS * 30 * memory // 1024:,} GB-s"
