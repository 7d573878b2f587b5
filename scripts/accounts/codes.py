"""Makes codes as apps do, for a comparison.

    codes.py FILE

Each line of the file has a secret in base 32 and a moment in seconds; for each one line comes out, with
its code.
"""

import sys

import pyotp

with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        secret, seconds = line.split()
        print(pyotp.TOTP(secret).at(int(seconds)))
