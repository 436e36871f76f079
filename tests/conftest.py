"""What holds for every test."""

from hypothesis import settings

# No test judges speed: a slow machine is no fault of the code.
settings.register_profile("reprieve", deadline=None)
settings.load_profile("reprieve")
