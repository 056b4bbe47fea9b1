"""Writes encryption-vectors.json with the functions of the platform's own Python SDK (dashscope 2.0.2).

The RSA keys (one of 2048 bits, one of 1024 that is to be refused), the AES key and the IVs are fixed and for tests alone; the
RSA keys are read from the file as it is. RSA padding is random, so that the wrapped key differs from run to run; everything
else is the same each time. To run it anew:

    python3 -m venv venv && venv/bin/pip install dashscope==2.0.2
    venv/bin/python encryption_vectors.py
"""

import base64
import json
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from dashscope.api_entities.encryption import Encryption
from dashscope.api_entities.http_request import HttpRequest
from dashscope.common.constants import HTTPMethod

VECTORS = Path(__file__).parent / "encryption-vectors.json"
INPUTS = [
    {},
    {"messages": [{"role": "user", "content": "Who are you?"}]},
    {"messages": [{"role": "user", "content": "你是谁？\n\t\"quoted\" \\ 🙂"}]},
    {"prompt": "0123456789abcdef" * 300, "history": None, "number": 1.5, "flag": True},
]


def main() -> None:
    fixed = json.loads(VECTORS.read_text(encoding="utf-8"))
    private = serialization.load_der_private_key(base64.b64decode(fixed["private_key"]), None)
    public_der = private.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    public_text = base64.b64encode(public_der).decode()
    aes_key = bytes(range(100, 132))

    vectors = []
    for number, given in enumerate(INPUTS):
        iv = bytes(range(number, number + 12))
        sealed = Encryption._encrypt_text_with_aes(json.dumps(given, ensure_ascii=False), aes_key, iv)
        assert Encryption._decrypt_text_with_aes(sealed, aes_key, iv) == given
        vectors.append(
            {
                "plaintext": json.dumps(given, ensure_ascii=False),
                "iv": base64.b64encode(iv).decode(),
                "sealed": sealed,
            }
        )

    # The header, as the SDK builds it for a request.
    encryption = Encryption(base_url="http://127.0.0.1", api_key="sk-test")
    encryption._get_public_keys = lambda: {"public_key": public_text, "public_key_id": "1"}
    encryption._generate_aes_secret_key = lambda: aes_key
    encryption._generate_iv = lambda: bytes(range(12))
    encryption.initialize()
    request = HttpRequest("http://127.0.0.1", "sk-test", HTTPMethod.POST, encryption=encryption)

    document = {
        "made_by": "dashscope 2.0.2",
        "private_key": fixed["private_key"],
        "small_public_key": fixed["small_public_key"],
        "curve_public_key": fixed["curve_public_key"],
        "public_key": public_text,
        "aes_key": base64.b64encode(aes_key).decode(),
        "header": request.headers["X-DashScope-EncryptionKey"],
        "vectors": vectors,
    }
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    VECTORS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
