"""Sends a message that is small as long as it is packed, and prints the code that it is told.

    bomb.py PORT
"""

import sys

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

with connect(f"ws://127.0.0.1:{sys.argv[1]}/", proxy=None) as socket:
    socket.send("before")
    socket.recv(timeout=30)
    try:
        socket.send(bytes(300_000))
        socket.recv(timeout=30)
        print("it came back")
    except ConnectionClosed as closed:
        print(closed.rcvd.code if closed.rcvd else "the end")
