"""What doctor asks of AWS, as a policy for whoever runs it: it only reads."""

import json

# GetCallerIdentity, which is asked first, needs no permission.
ACTIONS = (
    "apigateway:GET",
    "cloudformation:DescribeStackResources",
    "cloudformation:DescribeStacks",
    "cloudformation:GetTemplate",
    "cloudtrail:DescribeTrails",
    "cloudtrail:GetEventSelectors",
    "cloudtrail:GetTrailStatus",
    "cloudwatch:DescribeAlarms",
    "dynamodb:DescribeTable",
    "events:DescribeRule",
    "events:ListRuleNamesByTarget",
    "events:ListTargetsByRule",
    "iam:GetRolePolicy",
    "iam:ListAttachedRolePolicies",
    "iam:ListRolePolicies",
    "lambda:GetFunction",
    "lambda:GetFunctionEventInvokeConfig",
    "lambda:GetPolicy",
    "lambda:ListEventSourceMappings",
    "sns:GetSubscriptionAttributes",
    "sns:GetTopicAttributes",
    "sns:ListSubscriptionsByTopic",
    "sqs:GetQueueAttributes",
    "sqs:GetQueueUrl",
)
SECRETS = "secretsmanager:GetSecretValue"


def policy(stage: str) -> str:
    """Write the policy; the values of the two secrets are the stage's own alone."""
    secrets = f"arn:*:secretsmanager:*:*:secret:reprieve/{stage}/slack-*"
    statements = [
        {
            "Sid": "LookAtEveryLink",
            "Effect": "Allow",
            "Action": list(ACTIONS),
            "Resource": "*",
        },
        {
            "Sid": "AskSlackAsReprieveDoes",
            "Effect": "Allow",
            "Action": SECRETS,
            "Resource": secrets,
        },
    ]
    document = {"Version": "2012-10-17", "Statement": statements}
    return json.dumps(document, indent=2)
