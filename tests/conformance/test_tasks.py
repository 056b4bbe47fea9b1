"""Tasks through the platform's SDK."""

import time

import pytest
from alibabacloud_modelstudio20260210 import models

from clients import ECHO, Tasks


@pytest.fixture
def tasks(server, key):
    time.sleep(1)  # The account's calls of one second are for one test.
    return Tasks(server, key)


def state(answer):
    assert answer.status_code == 200, answer
    return answer.output["task_status"]


def test_a_task_is_created_fetched_and_listed(tasks):
    made = tasks.create(echo_pending_seconds=0.5, echo_running_seconds=1, result_format="message")
    assert state(made) == "PENDING"
    assert state(tasks.fetch(made)) == "PENDING"
    done = tasks.wait(made)
    assert state(done) == "SUCCEEDED"
    assert done.output["results"][0]["choices"][0]["message"]["content"] == ECHO
    assert done.output["task_metrics"] == {"TOTAL": 1, "SUCCEEDED": 1, "FAILED": 0}
    assert done.usage["output_tokens"] > 0
    listed = tasks.list(status="SUCCEEDED", model_name="qwen-plus")
    row = next(row for row in listed.output["data"] if row["task_id"] == made.output["task_id"])
    assert row["end_time"] - row["start_time"] == 1000 and row["start_time"] - row["gmt_create"] == 500
    assert listed.output["total"] >= 1 and listed.output["page_no"] == 1


def test_a_task_is_cancelled_in_time_and_not_too_late(tasks):
    waiting = tasks.create(echo_pending_seconds=60)
    running = tasks.create(echo_pending_seconds=0, echo_running_seconds=60)
    assert tasks.cancel(waiting).status_code == 200
    assert state(tasks.fetch(waiting)) == "CANCELED"
    late = tasks.cancel(running)
    assert (late.status_code, late.code) == (400, "UnsupportedOperation")
    assert state(tasks.fetch(running)) == "RUNNING"
    assert state(tasks.wait(waiting)) == "CANCELED"


def test_a_task_that_fails_says_so(tasks):
    failed = tasks.wait(tasks.create(echo_fails=True, echo_pending_seconds=0, echo_running_seconds=0))
    assert state(failed) == "FAILED" and failed.output["code"] and failed.output["message"]


def test_an_unknown_task_is_unknown(tasks):
    assert state(tasks.fetch("00000000-0000-0000-0000-000000000000")) == "UNKNOWN"


def test_every_key_of_the_account_sees_all_tasks(tasks, sdk, server):
    made = tasks.create(echo_pending_seconds=60)
    other = sdk.create_api_key(models.CreateApiKeyRequest()).body.api_key.api_key_value
    assert state(Tasks(server, other).fetch(made)) == "PENDING"
    assert Tasks(server, other).cancel(made).status_code == 200
    refused = Tasks(server, "sk-" + "0" * 32).fetch(made)
    assert (refused.status_code, refused.code) == (401, "InvalidApiKey")


def test_more_than_a_days_tasks_are_not_listed_at_once(tasks):
    refused = tasks.list(start_time="20261120000000", end_time="20261121000001")
    assert (refused.status_code, refused.code) == (400, "InvalidParameter")


def test_too_many_questions_in_a_second(tasks, server):
    # Twenty are allowed in any second, so the sixty-first comes three seconds after the first.
    begun = time.monotonic()
    answers = [server.get("/api/v1/tasks/none", tasks.key) for _ in range(61)]
    codes = [body.get("code") for _, body in answers]
    assert "Throttling.RateQuota" in codes or time.monotonic() - begun > 2.9
    assert all(status in (200, 429) for status, _ in answers)
