"""Says back what it hears, at any port that is free, and prints which."""

import asyncio

from websockets.asyncio.server import serve


async def echo(socket) -> None:
    async for message in socket:
        await socket.send(message)


async def main() -> None:
    async with serve(echo, "127.0.0.1", 0) as server:
        print("ready", server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()


asyncio.run(main())
