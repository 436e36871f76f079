"""Imports key material of our own into a key, as its owner would."""

from datetime import datetime
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

MATERIAL = bytes(range(32))


def imported_key(kms: "KMSClient", valid_to: datetime | None = None) -> str:
    """Give the ARN of a new key with material, which may expire."""
    key = kms.create_key(Origin="EXTERNAL")["KeyMetadata"]["Arn"]
    given = kms.get_parameters_for_import(
        KeyId=key,
        WrappingAlgorithm="RSAES_OAEP_SHA_256",
        WrappingKeySpec="RSA_2048",
    )
    expiry = (
        {"ExpirationModel": "KEY_MATERIAL_EXPIRES", "ValidTo": valid_to}
        if valid_to
        else {"ExpirationModel": "KEY_MATERIAL_DOES_NOT_EXPIRE"}
    )
    kms.import_key_material(
        KeyId=key,
        ImportToken=given["ImportToken"],
        EncryptedKeyMaterial=_wrapped(given["PublicKey"]),
        **expiry,
    )
    return key


def _wrapped(public_key: bytes) -> bytes:
    loaded = serialization.load_der_public_key(public_key)
    if not isinstance(loaded, rsa.RSAPublicKey):
        raise TypeError(loaded)
    sha = hashes.SHA256()
    mask = padding.MGF1(algorithm=hashes.SHA256())
    return loaded.encrypt(MATERIAL, padding.OAEP(mgf=mask, algorithm=sha, label=None))
