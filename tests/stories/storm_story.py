"""The shortest story of a storm: its digest is drawn from the table's items."""

import json
import uuid
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from chalice_app.adapters.digest_item import digest_item, member_facts, member_key
from chalice_app.adapters.table_values import typed
from chalice_app.domain.digest import Digest
from chalice_app.domain.key_event import read_event
from chalice_app.domain.opening import opened
from infra.sandbox.aws.deployment import STAGE
from infra.sandbox.scene import Scene
from tests.fakes.news import record
from tests.stories.behind import send


def storm_is_drawn(scene: Scene) -> None:
    """Lay a storm of one key into the table, and order its message."""
    case = opened(read_event(record("DisableKey")), ours=True)
    digest = Digest(id=uuid.uuid4().hex[:10], began_at=case.began_at)
    member = replace(case, digest=digest.id)
    _put(scene, {**digest_item(digest), "turn": 1})
    _put(scene, {**member_key(member), **member_facts(member)})
    send(scene, json.dumps({"digest": digest.id, "turn": 1}))
    scene.verify(
        "#kms-alerts has the message of the storm.",
        lambda: len(scene.outside.channel().alerts(digest.id)),
        lambda found: found == 1,
    )


def _put(scene: Scene, item: Mapping[str, Any]) -> None:
    table = scene.world.aws.client("dynamodb")
    table.put_item(TableName=f"reprieve-{STAGE}-cases", Item=typed(item))
