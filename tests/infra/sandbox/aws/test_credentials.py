"""The environment in which nothing finds a real account."""

import os

from infra.sandbox.aws.credentials import ROOT, Identity, environment

ENDPOINT = "http://127.0.0.1:4566"


def test_nothing_that_could_lead_to_a_real_account_is_passed_on() -> None:
    base = {
        "PATH": "/bin",
        "AWS_PROFILE": "production",
        "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true",
        "AWS_ENDPOINT_URL_KMS": "https://kms.eu-west-1.amazonaws.com",
        "AWS_SESSION_TOKEN": "real",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.2/",
        "AWS_CONFIG_FILE": "/home/ada/.aws/config",
    }

    assert environment(ENDPOINT, ROOT, base) == {
        "PATH": "/bin",
        "AWS_ENDPOINT_URL": ENDPOINT,
        "AWS_ACCESS_KEY_ID": "111122223333",
        "AWS_SECRET_ACCESS_KEY": "sandbox",
        "AWS_REGION": "eu-west-1",
        "AWS_DEFAULT_REGION": "eu-west-1",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_PAGER": "",
    }


def test_a_session_brings_its_token() -> None:
    session = Identity(access_key="ASIA1", secret_key="s", token="t")

    assert environment(ENDPOINT, session, {})["AWS_SESSION_TOKEN"] == "t"
