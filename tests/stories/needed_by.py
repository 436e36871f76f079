"""Which story needs which permission."""

from fnmatch import fnmatchcase

from tests.stories.inventory_stories import (
    inventory_finds,
    inventory_keeps_the_before,
    inventory_tells,
    sweep_begins_an_inventory,
    sweep_keeps_the_before,
    sweep_sees,
)
from tests.stories.permissions import FUNCTIONS, Permission
from tests.stories.reminded import sweep_reminds
from tests.stories.short_stories import (
    Story,
    alert_comes,
    alert_orders_a_look,
    before_is_kept,
    buried,
    logged,
    look_orders_the_next,
    press_comes_again_soon,
    press_learns_the_name,
    press_saves,
    sweep_orders_a_look,
)
from tests.stories.storm_story import storm_is_drawn
from tests.stories.watch_stories import sweep_mails, sweep_watches

# The first row that fits a permission tells which story needs it.
_NEEDED_BY: tuple[tuple[str, str, str, Story], ...] = (
    *((name, "logs:*", "*", logged(name)) for name in sorted(FUNCTIONS)),
    ("alerts", "sqs:*", "*-dead-letters", buried("alerts")),
    ("alerts", "sqs:*", "*-actions", alert_orders_a_look),
    ("alerts", "kms:GetKeyPolicy", "*", before_is_kept),
    ("alerts", "kms:ListGrants", "*", before_is_kept),
    ("alerts", "*", "*", alert_comes),
    ("sweep", "sqs:*", "*-dead-letters", buried("sweep")),
    ("sweep", "sqs:*", "*-actions", sweep_orders_a_look),
    ("sweep", "kms:GetKeyPolicy", "*", sweep_keeps_the_before),
    ("sweep", "kms:ListGrants", "*", sweep_keeps_the_before),
    ("sweep", "sqs:*", "*-inventory", sweep_begins_an_inventory),
    ("sweep", "sns:Publish", "*", sweep_mails),
    ("sweep", "sns:Publish", "*", sweep_reminds),
    *(
        ("sweep", f"{service}:*", "*", sweep_watches)
        for service in ("cloudformation", "cloudtrail", "events", "lambda", "sns")
    ),
    ("sweep", "dynamodb:PutItem", "*", sweep_begins_an_inventory),
    ("sweep", "*", "*", sweep_sees),
    ("inventory", "kms:GetKeyPolicy", "*", inventory_keeps_the_before),
    ("inventory", "kms:List[AG]*", "*", inventory_keeps_the_before),
    ("inventory", "dynamodb:UpdateItem", "*", inventory_tells),
    ("inventory", "sns:*", "*", inventory_tells),
    ("inventory", "secretsmanager:*", "*", inventory_tells),
    ("inventory", "*", "*", inventory_finds),
    ("actions", "sqs:ChangeMessageVisibility", "*", press_comes_again_soon),
    ("actions", "sqs:SendMessage", "*", look_orders_the_next),
    ("actions", "dynamodb:Query", "*", storm_is_drawn),
    ("actions", "kms:ListAliases", "*", press_learns_the_name),
    ("actions", "*", "*", press_saves),
    ("slack", "*", "*", press_saves),
)
STORIES: tuple[Story, ...] = tuple(dict.fromkeys(row[-1] for row in _NEEDED_BY))


def story_of(permission: Permission) -> Story:
    wanted = permission.name, permission.action, permission.resource
    return next(
        story
        for *patterns, story in _NEEDED_BY
        if all(map(fnmatchcase, wanted, patterns))
    )
