"""Reads a QR code from a picture, as a telephone does.

    qr.py FILE

The file has a line for each row of the picture and a letter for each dot: # is dark. What the code says
comes out.
"""

import sys

import zxingcpp

DOT = 4

with open(sys.argv[1], encoding="utf-8") as file:
    rows = [line.rstrip("\n") for line in file]
light = [[0 if dot == "#" else 255 for dot in row for _ in range(DOT)] for row in rows for _ in range(DOT)]
picture = memoryview(bytes(dot for row in light for dot in row)).cast("B", (len(light), len(light[0])))
print("\n".join(code.text for code in zxingcpp.read_barcodes(picture)), end="")
