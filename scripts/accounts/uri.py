"""Reads the addresses by which apps are set up, for a comparison.

    uri.py FILE

For each line of the file one line comes out: the issuer, the account, the secret and the code at the
moment 59, with tabs between them.
"""

import sys

import pyotp

with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        app = pyotp.parse_uri(line.strip())
        print(app.issuer, app.name, app.secret, app.at(59), sep="\t")
