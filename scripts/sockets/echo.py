"""Sends messages of many lengths and kinds, and looks whether they come back as they were.

    echo.py PORT packed|plain
"""

import random
import sys

from websockets.sync.client import connect

port, way = sys.argv[1], sys.argv[2]
dice = random.Random(7)
lengths = [0, 1, 2, 124, 125, 126, 127, 255, 256, 257, 1023, 1024, 1025, 4096, 65_534, 65_535, 65_536]


def check(what: bool, complaint: str) -> None:
    if not what:
        sys.exit(complaint)


def texts(length: int):
    yield "a" * length
    yield "".join(chr(dice.randint(32, 126)) for _ in range(length))
    yield "字" * (length // 3)


with connect(
    f"ws://127.0.0.1:{port}/chat", compression="deflate" if way == "packed" else None,
    subprotocols=["chat.v1"], proxy=None,
) as socket:
    check(socket.subprotocol == "chat.v1", f"it is {socket.subprotocol}")
    extensions = socket.response.headers.get("Sec-WebSocket-Extensions", "")
    check(("permessage-deflate" in extensions) == (way == "packed"), extensions)
    if way == "packed":
        for side in ["server", "client"]:
            check(f"{side}_no_context_takeover" in extensions, extensions)
    for length in lengths:
        for message in [*texts(length), bytes(length), dice.randbytes(length)]:
            socket.send(message)
            check(socket.recv(timeout=30) == message, f"{length} bytes came back otherwise")
    # In parts, as it comes.
    socket.send(["标志", "", "设计", "x" * 5_000])
    check(socket.recv(timeout=30) == "标志设计" + "x" * 5_000, "the parts came back otherwise")
    check(socket.ping().wait(30), "no pong")
    socket.close(4_321, "enough")
check(socket.close_code == 4_321, f"closed with {socket.close_code}")
print("fine")
