"""The sandbox's AWS: the emulator ministack inside a layer that makes it behave as AWS does."""
