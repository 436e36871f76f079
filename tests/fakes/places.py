"""The account, the key, the topic and the noon that every story happens at."""

from datetime import UTC, datetime

from infra.sandbox.aws.shapes import ACCOUNT, REGION

KEY = f"arn:aws:kms:{REGION}:{ACCOUNT}:key/3f6c1f0a-9a51-4c77-8f1d-6f2b0f5d7e21"
FOREIGN_KEY = KEY.replace(ACCOUNT, "444455556666")
TOPIC = f"arn:aws:sns:{REGION}:{ACCOUNT}:reprieve-dev-news"
QUEUE = f"arn:aws:sqs:{REGION}:{ACCOUNT}:reprieve-dev-actions"
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
