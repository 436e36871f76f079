"""What a worker runs first: it logs as Lambda's runtime for Python does.

Without a format of its own a function logs text, from WARNING on; with LogFormat JSON
each record is one line of JSON, from INFO on, with every extra field of the record.
"""

import json
import logging
import os
import sys
from datetime import UTC, datetime

_PLAIN = frozenset(vars(logging.makeLogRecord({})))


class JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, UTC)
        told = {
            "timestamp": f"{moment:%Y-%m-%dT%H:%M:%S}.{int(record.msecs):03}Z",
            "level": record.levelname,
            "message": record.getMessage(),
            "logger": record.name,
        }
        extra = {name: it for name, it in vars(record).items() if name not in _PLAIN}
        known = {name: it for name, it in {**extra, **told}.items() if it is not None}
        return json.dumps(known, default=str)


if os.environ.get("AWS_LAMBDA_LOG_FORMAT") == "JSON":
    _handler = logging.StreamHandler(sys.stderr)
    _handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[_handler])
