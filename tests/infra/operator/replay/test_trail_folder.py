"""A folder is read as a trail leaves it; what cannot be read is named, no more."""

import gzip
import json
import os
from pathlib import Path

import pytest

from infra.operator.replay.trail_folder import TrailFile, files_in, read_files
from tests.infra.operator.replay.trails import write_trail

RECORD = {"eventName": "DisableKey"}
TEXT = json.dumps({"Records": [RECORD]}).encode()
HERE = "AWSLogs/111122223333/CloudTrail/eu-west-1/2026/11/24"


def read(folder: Path) -> list[TrailFile]:
    return list(read_files(files_in(folder)))


def fault_of(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    [file] = read(path.parent)
    assert (file.path, file.records) == (path, ())
    return file.fault


def test_files_are_found_at_any_depth_packed_or_not(tmp_path: Path) -> None:
    write_trail(tmp_path / HERE / "a.json.gz", [RECORD])
    write_trail(tmp_path / "b.json", [RECORD, RECORD])

    assert [(it.path.name, len(it.records), it.fault) for it in read(tmp_path)] == [
        ("a.json.gz", 1, ""),
        ("b.json", 2, ""),
    ]


def test_what_is_no_log_file_is_left_alone(tmp_path: Path) -> None:
    digests = tmp_path / HERE.replace("CloudTrail", "CloudTrail-Digest")
    write_trail(digests / "digest.json.gz", [RECORD])
    (tmp_path / "notes.json.txt").write_bytes(TEXT)
    (tmp_path / "folder.json").mkdir()
    os.mkfifo(tmp_path / "pipe.json")  # whoever opens it waits for ever

    assert read(tmp_path) == []


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "no_json"),
        (TEXT[:-1], "no_json"),
        (b"\xff\xfe{", "no_json"),
        (b"[" * 100_000, "deep"),
        (b"[]", "no_records"),
        (b'{"Records": {}}', "no_records"),
    ],
)
def test_json_that_is_no_log_file_is_named(
    tmp_path: Path, content: bytes, fault: str
) -> None:
    assert fault_of(tmp_path / "x.json", content) == fault


@pytest.mark.parametrize(
    "content",
    [TEXT, gzip.compress(TEXT)[:-9], gzip.compress(TEXT)[:20] + b"x" * 40],
    ids=["not at all", "cut off", "changed"],
)
def test_what_is_not_packed_as_its_name_says_is_named(
    tmp_path: Path, content: bytes
) -> None:
    assert fault_of(tmp_path / "x.json.gz", content) == "no_gzip"


def test_a_file_that_is_too_long_unpacked_is_not_read_whole(tmp_path: Path) -> None:
    write_trail(tmp_path / "bomb.json.gz", [RECORD] * 1000)

    [file] = read_files(files_in(tmp_path), longest=1000)

    assert (file.fault, file.records) == ("long", ())


def test_a_file_that_goes_away_meanwhile_is_named(tmp_path: Path) -> None:
    gone = tmp_path / "gone.json"

    [file] = read_files((gone,))

    assert file == TrailFile(path=gone, fault="unread")


def test_a_folder_that_cannot_be_looked_into_is_named(tmp_path: Path) -> None:
    closed = tmp_path / "closed"

    assert read(closed) == [TrailFile(path=closed, fault="unread")]


def test_a_broken_file_stops_none(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"{")
    write_trail(tmp_path / "b.json", [RECORD])

    assert [bool(it.fault) for it in read(tmp_path)] == [True, False]
