"""README's table says what the rules say."""

import unittest

import rules


class ReadmeTest(unittest.TestCase):
    def test_has_the_table_of_the_rules(self):
        readme = rules.README.read_text()
        self.assertEqual(readme, rules.rendered(readme), "run python3 src/test/emulator/rules.py")

    def test_every_rule_says_what_aws_does_and_what_moto_lacks(self):
        import emulator

        for module in emulator.MODULES:
            for rule in module.PATCHES:
                with self.subTest(rule.__name__):
                    self.assertRegex(rule.__doc__ or "", r"(?s)^AWS: .*moto: ")
