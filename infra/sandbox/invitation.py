"""What a newcomer can do with the running sandbox, ready to copy."""

from infra.sandbox.aws.credentials import Identity
from infra.sandbox.aws.shapes import REGION
from infra.sandbox.world import World

HELP = 'Write "press 1", or "press 1 as bo". Ctrl-C ends the sandbox.'

_TEXT = """
The sandbox stays up. Alerts, threads and e-mails appear below as they come.

AWS CLI, in another terminal; these lines lead it to this machine alone, but for
`aws sqs` of its version 1, which needs --endpoint-url, too:

export AWS_ENDPOINT_URL={endpoint}
export AWS_ACCESS_KEY_ID={access_key}
export AWS_SECRET_ACCESS_KEY={secret_key}
export AWS_REGION={region} AWS_DEFAULT_REGION={region}
export REPRIEVE_SANDBOX_SLACK={slack}
unset AWS_PROFILE AWS_SESSION_TOKEN AWS_ENDPOINT_URL_KMS

aws kms schedule-key-deletion --pending-window-in-days 7 --key-id {key}
aws kms disable-key --key-id {key}

The same with boto3:

import boto3
kms = boto3.client(
    "kms",
    endpoint_url="{endpoint}",
    region_name="{region}",
    aws_access_key_id="{access_key}",
    aws_secret_access_key="{secret_key}",
)
kms.disable_key(KeyId="{key}")

To see what Reprieve does when AWS or Slack fail:

.venv/bin/python -m infra.sandbox.faults --help

For Reprieve's own commands, such as doctor, give this stage to another clone, from
within it; docs/sandbox-commands.md says more:

cp -r {folder}/.chalice .

The keys:

{keys}

{help}
"""


def invitation(world: World, player: Identity, keys: dict[str, str]) -> str:
    """Give the text; `keys` has the id of each key by its alias."""
    return _TEXT.format(
        endpoint=world.aws.endpoint,
        slack=world.slack.url,
        folder=world.deployment.folder,
        access_key=player.access_key,
        secret_key=player.secret_key,
        region=REGION,
        key=next(iter(keys.values())),
        keys="\n".join(f"{key}  {name}" for name, key in keys.items()),
        help=HELP,
    )
