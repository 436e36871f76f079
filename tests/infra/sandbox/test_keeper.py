"""What was saved is there for whoever opens the file next, whatever ended the first."""

from pathlib import Path

from infra.sandbox.keeper import Keeper


def opened(folder: Path) -> Keeper:
    return Keeper(folder / "kept.sqlite", repr)


def test_what_was_saved_is_read_from_the_file_without_a_close(tmp_path: Path) -> None:
    first = opened(tmp_path)
    first.save({"people": {"ada": {"age": 36}}, "rooms": {"hall": ("red",)}})

    second = opened(tmp_path)

    assert second.kept(dict) == {
        "people": {"ada": {"age": 36}},
        "rooms": {"hall": ["red"]},
    }
    first.close()
    second.close()


def test_a_store_that_is_saved_again_loses_what_it_no_longer_has(
    tmp_path: Path,
) -> None:
    first = opened(tmp_path)
    first.save({"people": {"ada": 1, "bo": 2}, "rooms": {"hall": 3}})
    first.save({"people": {"bo": 4}})

    second = opened(tmp_path)

    assert second.kept(dict) == {"people": {"bo": 4}, "rooms": {"hall": 3}}
    first.close()
    second.close()
