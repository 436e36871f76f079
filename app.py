"""Composes Reprieve's Lambdas, and hooks `chalice deploy`."""

import os
import sys
from pathlib import Path

IN_CHALICE_CLI = os.environ.get("AWS_CHALICE_CLI_MODE") == "true"

if IN_CHALICE_CLI:
    # Chalice packs vendor/ after this import, with the bytecode that it would leave.
    sys.dont_write_bytecode = True

from chalice import Chalice

from chalice_app.functions import slack

app = Chalice(app_name="reprieve")
app.register_blueprint(slack.bp)

# In Lambda only the API function imports this module; the others import their door.
if "AWS_LAMBDA_FUNCTION_NAME" not in os.environ:
    from chalice_app.functions import actions, alerts, inventory, sweep

    app.register_blueprint(alerts.bp)
    app.register_blueprint(actions.bp)
    app.register_blueprint(inventory.bp)
    app.register_blueprint(sweep.bp)

if IN_CHALICE_CLI:
    import click

    context = click.get_current_context(silent=True)
    if context is not None and context.info_name == "deploy":
        from infra.pipeline import around_deploy

        around_deploy(context)
    if context is not None and context.info_name == "package":
        from infra.packing import pack

        pack(Path(context.obj["project_dir"]))
