"""AWS's own SDK goes through a pool's operations at the address given, as of the time given: what it saw, as JSON.

SRP and the app's codes are computed here, apart from what is tested.
"""

import base64
import datetime
import hashlib
import hmac
import json
import re
import struct
import sys
import urllib.request

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

url, pool, now = sys.argv[1], sys.argv[2], int(sys.argv[3])
cognito = boto3.client(
    "cognito-idp",
    endpoint_url=url,
    region_name="eu-west-1",
    aws_access_key_id="none",
    aws_secret_access_key="none",
    config=Config(retries={"total_max_attempts": 1}),
)
seen = {}
bob, eve, old = "bob@shop.example", "eve@shop.example", "old@shop.example"


def refusal(call, **parameters):
    try:
        call(**parameters)
    except ClientError as e:
        return e.response["Error"]["Code"]
    return "none"


def code():
    with urllib.request.urlopen(url + "/mail") as answer:
        return re.search("[0-9]{6}", answer.read().decode()).group()


def claims(token):
    part = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def asked(name, password, client="web"):
    return cognito.initiate_auth(
        AuthFlow="USER_PASSWORD_AUTH", ClientId=client, AuthParameters={"USERNAME": name, "PASSWORD": password}
    )


def answered(challenge, session, **responses):
    return cognito.respond_to_auth_challenge(
        ChallengeName=challenge, ClientId="web", Session=session, ChallengeResponses=responses
    )


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


def padded(number):
    return number.to_bytes(number.bit_length() // 8 + 1, "big")


def number(*parts):
    return int.from_bytes(hashlib.sha256(b"".join(parts)).digest(), "big")


def srp(name, password):
    a = 0x1234567890ABCDEF1234567890ABCDEF
    public = pow(2, a, N)
    first = cognito.initiate_auth(
        AuthFlow="USER_SRP_AUTH", ClientId="web", AuthParameters={"USERNAME": name, "SRP_A": f"{public:x}"}
    )["ChallengeParameters"]
    user, server = first["USER_ID_FOR_SRP"], int(first["SRP_B"], 16)
    names = (pool.split("_")[1] + user).encode()
    u, k = number(padded(public), padded(server)), number(padded(N), padded(2))
    x = number(padded(int(first["SALT"], 16)), hashlib.sha256(names + b":" + password.encode()).digest())
    secret = pow(server - k * pow(2, x, N), a + u * x, N)
    extracted = hmac.digest(padded(u), padded(secret), "sha256")
    key = hmac.digest(extracted, b"Caldera Derived Key\x01", "sha256")[:16]
    time = datetime.datetime.fromtimestamp(now, datetime.timezone.utc).strftime("%a %b %-d %H:%M:%S UTC %Y")
    proof = hmac.digest(key, names + base64.b64decode(first["SECRET_BLOCK"]) + time.encode(), "sha256")
    return cognito.respond_to_auth_challenge(
        ChallengeName="PASSWORD_VERIFIER",
        ClientId="web",
        ChallengeResponses={
            "USERNAME": user,
            "PASSWORD_CLAIM_SECRET_BLOCK": first["SECRET_BLOCK"],
            "PASSWORD_CLAIM_SIGNATURE": base64.b64encode(proof).decode(),
            "TIMESTAMP": time,
        },
    )


def app_code(secret, step):
    digest = hmac.digest(base64.b32decode(secret + "=" * (-len(secret) % 8)), struct.pack(">Q", step), "sha1")
    at = digest[19] & 15
    return "%06d" % ((struct.unpack(">I", digest[at : at + 4])[0] & 0x7FFFFFFF) % 1000000)


# People by themselves: from sign-up to signing out everywhere.
sign_up = cognito.sign_up(
    ClientId="web",
    Username=bob,
    Password="Correct-Horse-2",
    UserAttributes=[{"Name": "given_name", "Value": "Bob"}],
    ValidationData=[{"Name": "from", "Value": "test"}],
)
seen["sign-up"] = [sign_up["UserConfirmed"], sign_up["CodeDeliveryDetails"]]
seen["unconfirmed"] = refusal(asked, name=bob, password="Correct-Horse-2")
cognito.resend_confirmation_code(ClientId="web", Username=bob)
cognito.confirm_sign_up(ClientId="web", Username=bob, ConfirmationCode=code())
cognito.forgot_password(ClientId="web", Username=bob)
cognito.confirm_forgot_password(ClientId="web", Username=bob, ConfirmationCode=code(), Password="Correct-Horse-3")
tokens = srp(bob, "Correct-Horse-3")["AuthenticationResult"]
seen["srp"] = [sorted(tokens), refusal(srp, name=bob, password="wrong")]
access = tokens["AccessToken"]
seen["claims of its function"] = [claims(tokens["IdToken"])["tier"], claims(access)["tier"], claims(access)["scope"]]
cognito.update_user_attributes(AccessToken=access, UserAttributes=[{"Name": "given_name", "Value": "Robert"}])
cognito.get_user_attribute_verification_code(AccessToken=access, AttributeName="email")
cognito.verify_user_attribute(AccessToken=access, AttributeName="email", Code=code())
cognito.change_password(
    AccessToken=access, PreviousPassword="Correct-Horse-3", ProposedPassword="Correct-Horse-4"
)
attributes = {one["Name"]: one["Value"] for one in cognito.get_user(AccessToken=access)["UserAttributes"]}
seen["own account"] = [attributes["given_name"], attributes["email_verified"]]

# Their authenticator app.
secret = cognito.associate_software_token(AccessToken=access)["SecretCode"]
seen["app"] = [
    refusal(cognito.verify_software_token, AccessToken=access, UserCode="000000"),
    cognito.verify_software_token(AccessToken=access, UserCode=app_code(secret, now // 30))["Status"],
]
cognito.set_user_mfa_preference(
    AccessToken=access, SoftwareTokenMfaSettings={"Enabled": True, "PreferredMfa": True}
)
challenge = asked(bob, "Correct-Horse-4")
tokens = answered(
    challenge["ChallengeName"], challenge["Session"], USERNAME=bob, SOFTWARE_TOKEN_MFA_CODE=app_code(secret, now // 30 + 1)
)["AuthenticationResult"]
seen["second factor"] = [challenge["ChallengeName"], cognito.get_user(AccessToken=access)["UserMFASettingList"]]
cognito.admin_set_user_mfa_preference(
    UserPoolId=pool, Username=bob, SoftwareTokenMfaSettings={"Enabled": False}
)
refreshed = cognito.initiate_auth(
    AuthFlow="REFRESH_TOKEN_AUTH", ClientId="web", AuthParameters={"REFRESH_TOKEN": tokens["RefreshToken"]}
)["AuthenticationResult"]
seen["refreshed"] = sorted(refreshed)
cognito.revoke_token(ClientId="web", Token=tokens["RefreshToken"])
seen["revoked"] = refusal(cognito.get_user, AccessToken=refreshed["AccessToken"])
again = asked(bob, "Correct-Horse-4", "other")["AuthenticationResult"]
rotated = cognito.get_tokens_from_refresh_token(ClientId="other", RefreshToken=again["RefreshToken"])
seen["rotated"] = [
    sorted(rotated["AuthenticationResult"]),
    refusal(cognito.get_tokens_from_refresh_token, ClientId="other", RefreshToken=again["RefreshToken"]),
]
access = asked(bob, "Correct-Horse-4")["AuthenticationResult"]["AccessToken"]
cognito.global_sign_out(AccessToken=access)
seen["signed out"] = refusal(cognito.get_user, AccessToken=access)

# What the pool's functions make up, and people of another pool.
riddle = cognito.initiate_auth(AuthFlow="CUSTOM_AUTH", ClientId="web", AuthParameters={"USERNAME": bob})
seen["custom"] = [
    riddle["ChallengeParameters"]["riddle"],
    sorted(answered("CUSTOM_CHALLENGE", riddle["Session"], USERNAME=bob, ANSWER="yes")["AuthenticationResult"]),
]
seen["moved"] = sorted(asked(old, "Older-Horse-1")["AuthenticationResult"])
cognito.forgot_password(ClientId="web", Username="older@shop.example")
cognito.confirm_forgot_password(
    ClientId="web", Username="older@shop.example", ConfirmationCode=code(), Password="Older-Horse-2"
)
seen["moved without a password"] = sorted(asked("older@shop.example", "Older-Horse-2")["AuthenticationResult"])

# Those who administer the pool.
invited = cognito.admin_create_user(
    UserPoolId=pool,
    Username=eve,
    TemporaryPassword="Temporary-Horse-1",
    UserAttributes=[{"Name": "email_verified", "Value": "true"}],
    DesiredDeliveryMediums=["EMAIL"],
)["User"]
cognito.admin_create_user(UserPoolId=pool, Username=eve, TemporaryPassword="Temporary-Horse-2", MessageAction="RESEND")
seen["invited"] = [invited["UserStatus"], invited["UserCreateDate"].year]
challenge = cognito.admin_initiate_auth(
    UserPoolId=pool,
    ClientId="web",
    AuthFlow="ADMIN_USER_PASSWORD_AUTH",
    AuthParameters={"USERNAME": eve, "PASSWORD": "Temporary-Horse-2"},
)
tokens = cognito.admin_respond_to_auth_challenge(
    UserPoolId=pool,
    ClientId="web",
    ChallengeName=challenge["ChallengeName"],
    Session=challenge["Session"],
    ChallengeResponses={"USERNAME": eve, "NEW_PASSWORD": "My-own-Horse-1", "userAttributes.given_name": "Eve"},
)["AuthenticationResult"]
seen["new password"] = [challenge["ChallengeName"], sorted(tokens)]
cognito.create_group(UserPoolId=pool, GroupName="guests", Precedence=9)
cognito.update_group(UserPoolId=pool, GroupName="guests", Precedence=5)
cognito.admin_add_user_to_group(UserPoolId=pool, Username=eve, GroupName="guests")
seen["group"] = [
    cognito.get_group(UserPoolId=pool, GroupName="guests")["Group"]["Precedence"],
    [group["GroupName"] for group in cognito.list_groups(UserPoolId=pool)["Groups"]],
    [group["GroupName"] for group in cognito.admin_list_groups_for_user(UserPoolId=pool, Username=eve)["Groups"]],
    len(cognito.list_users_in_group(UserPoolId=pool, GroupName="guests")["Users"]),
]
cognito.admin_remove_user_from_group(UserPoolId=pool, Username=eve, GroupName="guests")
cognito.delete_group(UserPoolId=pool, GroupName="guests")
pages = cognito.get_paginator("list_users").paginate(UserPoolId=pool, PaginationConfig={"PageSize": 2})
seen["pages"] = [len(page["Users"]) for page in pages]
seen["found"] = len(cognito.list_users(UserPoolId=pool, Filter='email ^= "e"')["Users"])
cognito.admin_update_user_attributes(
    UserPoolId=pool, Username=eve, UserAttributes=[{"Name": "given_name", "Value": "Eva"}]
)
cognito.admin_disable_user(UserPoolId=pool, Username=eve)
seen["disabled"] = [
    cognito.admin_get_user(UserPoolId=pool, Username=eve)["Enabled"],
    refusal(asked, name=eve, password="My-own-Horse-1"),
]
cognito.admin_enable_user(UserPoolId=pool, Username=eve)
seen["taken back for good"] = refusal(cognito.get_user, AccessToken=tokens["AccessToken"])
cognito.admin_reset_user_password(UserPoolId=pool, Username=eve)
seen["reset"] = refusal(asked, name=eve, password="My-own-Horse-1")
cognito.confirm_forgot_password(ClientId="web", Username=eve, ConfirmationCode=code(), Password="My-own-Horse-2")
cognito.admin_set_user_password(UserPoolId=pool, Username=eve, Password="My-own-Horse-3", Permanent=True)
cognito.admin_user_global_sign_out(UserPoolId=pool, Username=eve)
cognito.admin_delete_user_attributes(UserPoolId=pool, Username=eve, UserAttributeNames=["given_name"])
cognito.admin_delete_user(UserPoolId=pool, Username=eve)
seen["gone"] = refusal(cognito.admin_get_user, UserPoolId=pool, Username=eve)
cognito.sign_up(
    ClientId="web",
    Username="amy@shop.example",
    Password="Correct-Horse-5",
    UserAttributes=[{"Name": "given_name", "Value": "Amy"}],
)
cognito.admin_confirm_sign_up(UserPoolId=pool, Username="amy@shop.example")
access = asked("amy@shop.example", "Correct-Horse-5")["AuthenticationResult"]["AccessToken"]
cognito.delete_user(AccessToken=access)
seen["deleted"] = refusal(asked, name="amy@shop.example", password="Correct-Horse-5")
seen["not here"] = refusal(cognito.describe_user_pool, UserPoolId=pool)
json.dump(seen, sys.stdout)
