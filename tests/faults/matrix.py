"""The fault matrix: what can fail, and the test that fails without its handling."""

from tests.faults.of_aws import AWS
from tests.faults.of_ours import OURS
from tests.faults.of_slack import SLACK
from tests.faults.of_storms import STORMS

MATRIX = (*SLACK, *AWS, *OURS, *STORMS)
