"""Signing in by a proof of the password: the server's side of SRP, which is the arithmetic of RFC 5054 as Cognito has it."""

import hashlib
import hmac
import secrets
from base64 import b64decode, b64encode
from datetime import datetime, timezone

from moto.cognitoidp import models as cognito
from moto.cognitoidp.exceptions import InvalidParameterException, NotAuthorizedError

from bed.common import before

# The group of 3072 bits of RFC 3526, and its generator.
N = int(
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B"
    "302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE6"
    "49286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D"
    "670C354E4ABC9804F1746C08CA18217C32905E462E36CE3BE39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718"
    "3995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7D"
    "B3970F85A6E1E4C7ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C"
    "BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
    16,
)
G = 2
WRONG = "Incorrect username or password."
STAMP = "%a %b %d %H:%M:%S UTC %Y"
# What a client was asked, by the block that it gives back.
ASKED: dict[str, dict] = {}


def sign_in_asks_for_a_proof() -> None:
    """AWS: USER_SRP_AUTH asks for PASSWORD_VERIFIER with a salt and a number made of the password's verifier, both hex, and
    a block in base64, for the user by the name that the pool has for them (https://docs.aws.amazon.com/cognito/latest/
    developerguide/amazon-cognito-user-pools-authentication-flow-methods.html; formulas: four public clients agree).
    moto: makes the numbers up, its block is no base64, and it then does not know the user by the id that it told."""
    original = cognito.CognitoIdpBackend.initiate_auth

    def initiate_auth(self, client_id, auth_flow, auth_parameters):
        answer = original(self, client_id, auth_flow, auth_parameters)
        if answer.get("ChallengeName") == "PASSWORD_VERIFIER":
            public = int(auth_parameters["SRP_A"], 16)
            if public % N == 0:
                raise InvalidParameterException("SRP_A is a multiple of the group's prime.")
            session = answer.pop("Session")
            _, pool = self.sessions[session]
            asked = challenge(self.admin_get_user(pool.id, auth_parameters["USERNAME"]), pool.id, public)
            self.sessions[asked["block"]] = self.sessions.pop(session)
            ASKED[asked["block"]] = asked
            answer["ChallengeParameters"] |= {
                "SALT": f"{asked['salt']:x}",
                "SRP_B": f"{asked['theirs']:x}",
                "SECRET_BLOCK": asked["block"],
                "USER_ID_FOR_SRP": answer["ChallengeParameters"]["USERNAME"],
            }
        return answer

    cognito.CognitoIdpBackend.initiate_auth = initiate_auth


def sign_in_takes_a_proof_alone() -> None:
    """AWS: a proof is the signature by a key that only the password makes, of pool, user, block and time, and is taken once
    (https://docs.aws.amazon.com/cognito/latest/developerguide/
    amazon-cognito-user-pools-authentication-flow-methods.html; wording: several threads).
    moto: takes any signature."""

    @before(cognito.CognitoIdpBackend, "respond_to_auth_challenge")
    def check(_, given) -> None:
        if given.challenge_name != "PASSWORD_VERIFIER":
            return
        answers = given.challenge_responses
        asked = ASKED.pop(answers.get("PASSWORD_CLAIM_SECRET_BLOCK"), None)
        if asked is None or answers.get("PASSWORD_CLAIM_SIGNATURE") != signature(asked, answers.get("TIMESTAMP", "")):
            raise NotAuthorizedError(WRONG)


def challenge(user, pool: str, public: int) -> dict:
    salt, own = secrets.randbits(128), secrets.randbits(256)
    name = pool.partition("_")[2]
    word = hashlib.sha256(f"{name}{user.username}:{user.password}".encode()).hexdigest()
    verifier = pow(G, hashed(padded(salt) + word), N)
    theirs = (hashed(padded(N) + padded(G)) * verifier + pow(G, own, N)) % N
    both = hashed(padded(public) + padded(theirs))
    shared = pow(public * pow(verifier, both, N), own, N)
    extracted = hmac.digest(bytes.fromhex(padded(both)), bytes.fromhex(padded(shared)), "sha256")
    return {
        "salt": salt,
        "theirs": theirs,
        "block": b64encode(secrets.token_bytes(48)).decode(),
        "key": hmac.digest(extracted, b"Caldera Derived Key\x01", "sha256")[:16],
        "who": name + user.username,
    }


def signature(asked: dict, time: str) -> str:
    """Of a moment as Cognito writes one: English, its day without a zero before it."""
    try:
        moment = datetime.strptime(time, STAMP).replace(tzinfo=timezone.utc)
    except ValueError:
        return ""
    if time != moment.strftime(STAMP).replace(moment.strftime(" %d "), f" {moment.day} ", 1):
        return ""
    signed = asked["who"].encode() + b64decode(asked["block"]) + time.encode()
    return b64encode(hmac.digest(asked["key"], signed, "sha256")).decode()


def padded(number: int) -> str:
    """Hex of whole bytes, with a zero byte before what would read as negative."""
    text = f"{number:x}"
    text = text.zfill(len(text) + len(text) % 2)
    return f"00{text}" if text[0] in "89abcdef" else text


def hashed(text: str) -> int:
    return int.from_bytes(hashlib.sha256(bytes.fromhex(text)).digest())


PATCHES = [sign_in_asks_for_a_proof, sign_in_takes_a_proof_alone]
