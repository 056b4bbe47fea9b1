"""Anthropic's official client."""

import anthropic as library
import pytest

from clients import ECHO, MESSAGES, MODEL, anthropic


@pytest.fixture(params=["api_key", "auth_token"])
def client(server, key, request):
    """With the key in `x-api-key`, and with the key in `Authorization`: Claude Code may send either."""
    return anthropic(server, **{request.param: key})


def test_messages(client):
    answer = client.messages.create(model=MODEL, max_tokens=1000, messages=MESSAGES, system="Be brief.")
    assert [block.text for block in answer.content] == [ECHO]
    assert answer.stop_reason == "end_turn" and answer.usage.output_tokens > 0


def test_streamed_messages(client):
    with client.messages.stream(model=MODEL, max_tokens=1000, messages=MESSAGES) as stream:
        texts = list(stream.text_stream)
        final = stream.get_final_message()
    assert len(texts) > 2 and "".join(texts) == ECHO == final.content[0].text
    whole = client.messages.create(model=MODEL, max_tokens=1000, messages=MESSAGES)
    assert final.usage.output_tokens == whole.usage.output_tokens
    assert final.usage.input_tokens == whole.usage.input_tokens


def test_tokens_are_counted_beforehand(client):
    counted = client.messages.count_tokens(model=MODEL, messages=MESSAGES)
    answer = client.messages.create(model=MODEL, max_tokens=2, messages=MESSAGES)
    assert counted.input_tokens == answer.usage.input_tokens
    assert (answer.stop_reason, answer.usage.output_tokens) == ("max_tokens", 2)


def test_refusals_are_the_clients_own(server, client):
    with pytest.raises(library.AuthenticationError) as refused:
        anthropic(server, api_key="sk-ws-wrong").messages.create(model=MODEL, max_tokens=9, messages=MESSAGES)
    assert refused.value.body["error"]["type"] == "authentication_error" and refused.value.request_id
    with pytest.raises(library.NotFoundError):
        client.messages.create(model="none", max_tokens=9, messages=MESSAGES)
    with pytest.raises(library.BadRequestError):
        client.messages.create(model=MODEL, max_tokens=9, messages=[])
