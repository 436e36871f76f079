"""The command `manifest`: the Slack app's manifest with a deploy's request URL."""

import json
import os
import re
from pathlib import Path

import click

from infra.configuration import check_stage
from infra.operator.options import a_stage
from infra.operator.options import as_json as json_option
from infra.operator.wording import say

FILE = Path(__file__).parents[1] / "slack_manifest.yaml"
# The two lines of the file that wait for a deploy.
_WAITING = re.compile(r"is_enabled: false #.*\n( +)# request_url: .*")


@click.command()
@a_stage
@json_option
def manifest(*, stage: str, as_json: bool) -> None:
    """Print the manifest of the Slack app, with the request URL of a stage.

    Paste it in the Slack app under "App Manifest". Before the first deploy there is no
    URL: the manifest then makes an app that can post and takes no presses.
    """
    import yaml

    check_stage(stage)
    url = deployed_url(stage)
    if url is None:
        click.echo(say("manifest.not_deployed", stage=stage), err=True)
    text = with_url(FILE.read_text(encoding="utf-8"), url)
    shown = json.dumps(yaml.safe_load(text), indent=2) if as_json else text.rstrip()
    click.echo(shown)


def with_url(text: str, url: str | None) -> str:
    """Switch interactivity on; the comments stay, and what somebody changed is said."""
    if url is None:
        return text
    # A JSON string is a YAML string, whatever stands in it.
    on = f"is_enabled: true\n{{indent}}request_url: {json.dumps(url)}"
    filled, times = _WAITING.subn(lambda it: on.replace("{indent}", it[1]), text)
    if not times:
        raise click.ClickException(say("manifest.changed"))
    return filled


def deployed_url(stage: str) -> str | None:
    """Read Slack's request URL from Chalice's record; None where there is no API."""
    from infra.after_deploy import deployed
    from infra.next_steps import request_url

    try:
        api = deployed(Path(), stage).get("rest_api")
        url = api and api["rest_api_url"]
    except FileNotFoundError:
        return None
    except (OSError, ValueError, LookupError, TypeError) as error:
        why = f"{type(error).__name__}: {error}"
        sentence = say("manifest.unreadable", stage=stage, why=why)
        raise click.ClickException(sentence) from error
    return request_url(url, os.environ.get("AWS_ENDPOINT_URL", "")) if url else None
