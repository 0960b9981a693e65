"""Verifies a certificate with a parser and a cryptography that are not ours.

Usage: certificate.py FILE [NAME]. It checks the shape of an Open Badges 3.0 credential, and its
proof by eddsa-jcs-2022 (https://www.w3.org/TR/vc-di-eddsa/), offline. NAME is whom it must be of.
"""
import datetime
import hashlib
import json
import sys

import base58
import jsonschema
import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

URI = {"type": "string", "format": "uri", "pattern": "^[a-z][a-z0-9+.-]*:"}
TEXT = {"type": "string", "minLength": 1}
TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}


def typed(name):
    """A list of types that has one of a name."""
    return {"type": "array", "items": {"type": "string"}, "contains": {"const": name}}


def thing(required, **properties):
    return {"type": "object", "required": required, "properties": properties}


# What Open Badges 3.0 asks of each class, as its data model says it (§B of the specification).
CREDENTIAL = thing(
    ["@context", "id", "type", "issuer", "validFrom", "name", "credentialSubject", "proof"],
    **{
        "@context": {
            "type": "array",
            "minItems": 2,
            "prefixItems": [
                {"const": "https://www.w3.org/ns/credentials/v2"},
                {"pattern": r"^https://purl\.imsglobal\.org/spec/ob/v3p0/context-3\.\d+\.\d+\.json$"},
            ],
        },
        "id": URI,
        "type": {"allOf": [typed("VerifiableCredential"), typed("OpenBadgeCredential")]},
        "name": TEXT,
        "description": TEXT,
        "validFrom": TIME,
        "issuer": thing(["id", "type"], id=URI, type=typed("Profile"), name=TEXT),
        "credentialSubject": thing(
            ["type", "achievement"],
            id=URI,
            type=typed("AchievementSubject"),
            activityStartDate=TIME,
            activityEndDate=TIME,
            identifier={
                "type": "array",
                "items": thing(
                    ["type", "hashed", "identityHash", "identityType"],
                    type={"const": "IdentityObject"},
                    hashed={"type": "boolean"},
                    identityHash=TEXT,
                    identityType={"const": "name"},
                ),
            },
            achievement=thing(
                ["id", "type", "name", "description", "criteria"],
                id=URI,
                type=typed("Achievement"),
                name=TEXT,
                description=TEXT,
                achievementType={"const": "CertificateOfCompletion"},
                criteria=thing(["narrative"], narrative=TEXT),
                resultDescription={
                    "type": "array",
                    "items": thing(
                        ["id", "type", "name", "resultType"],
                        id=URI,
                        type=typed("ResultDescription"),
                        resultType={"const": "RawScore"},
                    ),
                },
            ),
            result={
                "type": "array",
                "items": thing(["type"], type=typed("Result"), resultDescription=URI, value=TEXT),
            },
        ),
        "evidence": {
            "type": "array",
            "items": thing(["type"], id=URI, type=typed("Evidence"), name=TEXT, narrative=TEXT),
        },
        "proof": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1,
            "items": thing(
                ["type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "proofValue"],
                type={"const": "DataIntegrityProof"},
                cryptosuite={"const": "eddsa-jcs-2022"},
                proofPurpose={"const": "assertionMethod"},
                created=TIME,
            ),
        },
    },
)


def verify(document):
    """The signature is the issuer's, over both hashes."""
    (proof,) = document.pop("proof")
    value = proof.pop("proofValue")
    issuer = document["issuer"]["id"]
    method, fragment = proof["verificationMethod"].split("#")
    assert method == issuer == "did:key:" + fragment, proof["verificationMethod"]
    assert proof["@context"] == document["@context"]
    codec = base58.b58decode(fragment[1:])
    assert fragment[0] == "z" and codec[:2] == b"\xed\x01" and len(codec) == 34
    signature = base58.b58decode(value[1:])
    assert value[0] == "z" and len(signature) == 64
    hashes = [hashlib.sha256(rfc8785.dumps(part)).digest() for part in (proof, document)]
    Ed25519PublicKey.from_public_bytes(codec[2:]).verify(signature, b"".join(hashes))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        document = json.load(file)
    jsonschema.Draft202012Validator(CREDENTIAL).validate(document)
    subject = document["credentialSubject"]
    described = [each["id"] for each in subject["achievement"]["resultDescription"]]
    assert [each["resultDescription"] for each in subject["result"]] == described
    assert "id" in subject or "identifier" in subject
    if len(sys.argv) > 2:
        assert subject["identifier"][0]["identityHash"] == sys.argv[2]
    start, end = (
        datetime.datetime.fromisoformat(subject[key].replace("Z", "+00:00"))
        for key in ("activityStartDate", "activityEndDate")
    )
    assert start <= end
    verify(document)
    print(f"certificate: {subject['achievement']['name']}, the signature holds")


if __name__ == "__main__":
    main()
