"""The page's clock: days pass in the local AWS, and KMS does what is due."""

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.page.said import Act, BadWishError, Said, Wish, whole

_MOST = 365


def clock(aws: LocalAws) -> Act:
    def jump(wish: Wish) -> Said:
        days = whole(wish, "days")
        if not 1 <= days <= _MOST:
            raise BadWishError(f"'days' must be between 1 and {_MOST}.")
        aws.advance(days)
        return Said(ok=True, said=f"In the local AWS it is now {aws.keys()['now']}.")

    return jump
