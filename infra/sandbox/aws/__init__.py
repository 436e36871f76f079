"""The sandbox's AWS: ministack inside a layer that makes it behave as AWS does."""
