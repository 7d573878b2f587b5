"""A client that speaks TLS, and says how it went.

    tls.py pipeline|refused|slow|silent|idle|twice|socket PORT CERTIFICATE
"""

import socket
import ssl
import sys
import time

deed, port, certificate = sys.argv[1], int(sys.argv[2]), sys.argv[3]
context = ssl.create_default_context(cafile=certificate)
plain = socket.create_connection(("127.0.0.1", port), timeout=30)
# An end that is not told is a failure.
secure = context.wrap_socket(plain, server_hostname="localhost", suppress_ragged_eofs=False)
head = "POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n"


def send(text: str) -> None:
    secure.sendall(text.encode())


def read_to_end() -> str:
    said = b""
    while some := secure.recv(65_536):
        said += some
    return said.decode()


def told() -> str:
    said = read_to_end()
    return f"{said.split()[1]} and the end" if said else "the end"


if deed == "pipeline":
    bodies = [str(number) * (number % 300) for number in range(300)]
    send("".join(head % ("/memory", len(body)) + body for body in bodies))
    send("GET /who HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    answers = [part.split("\r\n\r\n", 1)[1] for part in read_to_end().split("HTTP/1.1 200 OK")[1:]]
    wanted = bodies + ["from 127.0.0.1, true"]
    print("fine" if answers == wanted else f"{len(answers)} answers, and not as they should be")
elif deed == "refused":
    send(head % ("/memory", 10_000_000))
    for _ in range(8):
        send("x" * 20_000)
        time.sleep(0.005)
    print(told())
elif deed == "slow":
    send(head % ("/memory", 1_000) + "half")
    secure.settimeout(0.03)
    while True:
        try:
            first = secure.recv(1)
            break
        except TimeoutError:
            send("x")
    secure.settimeout(30)
    said = first.decode() + read_to_end()
    print(f"{said.split()[1]} and the end" if said else "the end")
elif deed == "silent":
    send(head % ("/memory", 1_000) + "half")
    print(told())
elif deed == "idle":
    print(told())
elif deed == "twice":
    for is_last in (False, True):
        send("GET /who HTTP/1.1\r\nHost: a\r\n\r\n")
        print(secure.recv(65_536).decode().split()[1], flush=True)
        if not is_last:
            sys.stdin.readline()
elif deed == "socket":
    # Those of packages speak TLS too, but are not here where only Python is.
    send(
        "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    reader = secure.makefile("rb")
    while reader.readline() not in (b"\r\n", b""):
        pass
    heard = []
    for text in ("集市", "x" * 60_000):
        payload = text.encode()
        size = len(payload)
        length = bytes([0x80 | size]) if size < 126 else bytes([0x80 | 126]) + size.to_bytes(2, "big")
        secure.sendall(b"\x81" + length + bytes(4) + payload)
        size = reader.read(2)[1]
        size = int.from_bytes(reader.read(2), "big") if size == 126 else size
        heard.append(reader.read(size).decode())
    print(heard[0], len(heard[1]))
