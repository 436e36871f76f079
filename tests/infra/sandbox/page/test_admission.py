"""Only the page itself may act, and it loads nothing from elsewhere."""

import pytest

from tests.infra.sandbox.page.plain import Scenery
from tests.infra.sandbox.page.visitor import JSON, Visitor

ELSEWHERE = (
    "http://evil.example",
    "http://127.0.0.1",
    "http://localhost:1",
    "null",
    "",
)


def test_the_page_itself_may_act(visitor: Visitor, scenery: Scenery) -> None:
    assert visitor.post("/act", key="1") == {"ok": True, "said": "Done."}
    assert scenery.wishes == [{"key": "1"}]


@pytest.mark.parametrize("origin", ELSEWHERE)
def test_no_other_origin_may_act(
    visitor: Visitor, scenery: Scenery, origin: str
) -> None:
    headers = {**visitor.own, "Origin": origin}
    assert visitor.send("/act", b"{}", headers).status == 403
    assert scenery.wishes == []


def test_who_names_no_origin_may_not_act(visitor: Visitor, scenery: Scenery) -> None:
    assert visitor.send("/act", b"{}", {"Content-Type": JSON}).status == 403
    assert scenery.wishes == []


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded"])
def test_what_a_form_can_send_is_not_taken(
    visitor: Visitor, scenery: Scenery, kind: str
) -> None:
    headers = {**visitor.own, "Content-Type": kind}
    assert visitor.send("/act", b"{}", headers).status == 415
    assert scenery.wishes == []


def test_a_content_type_may_name_its_charset(visitor: Visitor) -> None:
    headers = {**visitor.own, "Content-Type": f"{JSON}; charset=utf-8"}
    assert visitor.send("/act", b"{}", headers).status == 200


@pytest.mark.parametrize("path", ["/", "/state", "/live", "/static/page.css"])
@pytest.mark.parametrize("host", ["evil.example", "evil.example:8025", "[::1]", ""])
def test_under_another_name_nothing_is_shown(
    visitor: Visitor, path: str, host: str
) -> None:
    assert visitor.status(path, Host=host) == 400


def test_a_name_from_elsewhere_may_not_act_even_as_itself(
    visitor: Visitor, scenery: Scenery
) -> None:
    names = {"Host": "evil.example", "Origin": "http://evil.example"}
    assert visitor.send("/act", b"{}", {**visitor.own, **names}).status == 400
    assert scenery.wishes == []


@pytest.mark.parametrize("path", ["/", "/state", "/static/page.css", "/nothing"])
def test_a_browser_is_told_to_load_nothing_from_elsewhere(
    visitor: Visitor, path: str
) -> None:
    headers = visitor.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'self';")
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'"text"', b"\xff", b"[" * 100_000]
)
def test_what_is_no_json_object_is_refused_with_a_sentence(
    visitor: Visitor, scenery: Scenery, body: bytes
) -> None:
    answer = visitor.send("/act", body, visitor.own)
    assert answer.status == 400
    assert answer.json["ok"] is False
    assert answer.json["said"].startswith("The body must be")
    assert scenery.wishes == []


def test_one_acts_by_post_alone(visitor: Visitor, scenery: Scenery) -> None:
    assert visitor.get("/act").status == 405
    assert scenery.wishes == []


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/%2e%2e/app.py"])
def test_only_the_pages_own_files_are_given(visitor: Visitor, path: str) -> None:
    assert visitor.get(path).status == 404
