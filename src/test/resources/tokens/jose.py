"""An independent JOSE library, asked over stdin: {"verify": …} checks tokens against a JWKS, {"sign": …} makes some."""

import json
import sys

from joserfc import jwk, jwt

question = json.load(sys.stdin)
if "verify" in question:
    keys = jwk.KeySet.import_key_set(question["verify"]["jwks"])
    tokens = [jwt.decode(token, keys, algorithms=["RS256"]) for token in question["verify"]["tokens"]]
    json.dump([{"header": token.header, "claims": token.claims} for token in tokens], sys.stdout)
else:
    key = jwk.RSAKey.generate_key(2048, {"kid": question["sign"]["kid"], "use": "sig"})
    header = {"alg": "RS256", "kid": question["sign"]["kid"]}
    token = jwt.encode(header, question["sign"]["claims"], key)
    json.dump({"token": token, "jwks": {"keys": [key.as_dict(private=False)]}}, sys.stdout)
