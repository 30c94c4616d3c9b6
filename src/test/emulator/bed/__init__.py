"""What moto lacks to refuse and remember as AWS does: one file a service, one function a rule.

Each rule says what AWS does, with the page or the public thread that says so, and what moto 5.2.1 does instead. A module
ends with its rules in `PATCHES`; `emulator.py` applies them all. AWS itself was never asked: the wording of a refusal is
a public thread's where one is named and from memory elsewhere, so assert on a refusal's code, not on its text.
"""
