"""Reads a letter from a file, and prints what is in it as JSON: its subject and its parts.

    letter.py FILE
"""

import email
import email.policy
import json
import sys

with open(sys.argv[1], "rb") as file:
    letter = email.message_from_binary_file(file, policy=email.policy.default)
plain, html = letter.iter_parts()
texts = [part.get_content().replace("\r\n", "\n") for part in (plain, html)]
print(json.dumps([letter["subject"], *texts]))
