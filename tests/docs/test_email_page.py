"""The page about e-mail knows every kind of news."""

import re

from tests.docs.pages import page
from tests.infra.pipeline_facts import PIPELINE

PAGE = page("docs/email.md")


def test_every_kind_of_news_is_explained_and_no_other() -> None:
    parameter = PIPELINE["Parameters"]["EmailNews"]
    kinds = set(re.findall(r"[a-z]+", parameter["AllowedPattern"]))

    rows = re.findall(r"^\| `([a-z]+)` \|", PAGE.sections["More people"], re.MULTILINE)

    assert set(rows) == kinds


def test_the_filter_that_people_copy_is_the_stacks_own() -> None:
    kinds = PIPELINE["Parameters"]["EmailNews"]["Default"].split(",")
    quoted = ",".join(f'\\"{it}\\"' for it in kinds)

    assert f'{{\\"news\\":[{quoted}]}}' in PAGE.text
