"""Many accounts of one emulator that loaded everything once."""

import json
import os
import signal
import socket
import unittest
from urllib.parse import urlsplit

from tests.support import Account, started


class ManyTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.parent = started("--many")
        cls.addClassCleanup(cls.parent.communicate)

    def another(self) -> tuple[Account, int]:
        self.parent.stdin.write(f"{os.devnull}\n".encode())
        self.parent.stdin.flush()
        told = json.loads(self.parent.stdout.readline())
        return Account(told["url"]), told["pid"]

    def connected(self, account: Account) -> socket.socket:
        """A connection that says nothing: it is closed when the process ends."""
        address = urlsplit(account.url)
        connection = socket.create_connection((address.hostname, address.port), timeout=60)
        self.addCleanup(connection.close)
        account.page("counts")  # connections are taken in order
        return connection

    def test_each_is_an_account_of_its_own(self):
        one, other = self.another()[0], self.another()[0]
        self.assertEqual((one.page("counts"), one.page("calls")), ({}, []))
        fresh = one.page("account")
        ids = [
            account.client("cognito-idp").create_user_pool(PoolName="readers")["UserPool"]["Id"]
            for account in (one, other)
        ]
        self.assertNotEqual(*ids)
        self.assertEqual(one.page("account"), other.page("account"))
        one.client("iam").create_role(RoleName="reader", AssumeRolePolicyDocument="{}")
        self.assertNotEqual(one.page("account"), other.page("account"))
        self.assertEqual(other.page("counts"), {"cognito-idp.CreateUserPool": 1})
        self.assertEqual(self.another()[0].page("account"), fresh)

    def test_begins_as_one_that_was_started_alone(self):
        alone = started()
        try:
            self.assertEqual(
                self.another()[0].page("account"), Account(json.loads(alone.stdout.readline())["url"]).page("account")
            )
        finally:
            alone.communicate()

    def test_each_ends_by_a_signal_and_leaves_the_others(self):
        (one, process), (other, _) = self.another(), self.another()
        connection = self.connected(one)
        os.kill(process, signal.SIGTERM)
        self.assertEqual(connection.recv(1), b"")
        self.assertEqual(other.page("calls"), [])
        self.assertEqual(self.another()[0].page("calls"), [])

    def test_all_end_with_the_process_that_started_them(self):
        self.parent = started("--many")
        self.addCleanup(self.parent.communicate)
        connections = [self.connected(self.another()[0]) for _ in range(2)]
        self.parent.kill()
        self.assertEqual([connection.recv(1) for connection in connections], [b"", b""])
