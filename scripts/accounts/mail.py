"""A mail server on loopback that does what it is told, until its standard input ends.

    mail.py SETTINGS

Prints `ready PORT`, then a line of JSON for each letter that it took, as Python's email package reads it.
SETTINGS is JSON: `tls` is none, starttls or tls, `certificate` and `key` are files; `user` and `secret` must
be told by whoever sends, if they are there; `faults` has what is answered at EHLO, MAIL, RCPT, DATA or
QUIT instead of what should be, where `hang` is to say nothing and `cut` to go away. Where `silent` is
true nothing is ever said.
"""

import asyncio
import email
import email.policy
import json
import queue
import ssl
import sys
import threading
from email.header import decode_header, make_header
from email.utils import getaddresses

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

settings = json.loads(sys.argv[1])
faults = settings.get("faults", {})
letters = queue.SimpleQueue()
certificates = None
if settings["tls"] != "none":
    certificates = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificates.load_cert_chain(settings["certificate"], settings["key"])


class Server(SMTP):
    async def smtp_QUIT(self, arg):
        if told := await fault(self, "QUIT"):
            await self.push(told)
        else:
            await super().smtp_QUIT(arg)


async def fault(server, step):
    told = faults.get(step)
    if told == "hang":
        await asyncio.Event().wait()
    if told == "cut":
        server.transport.abort()
        await asyncio.Event().wait()
    return told


class Handler:
    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        return [await fault(server, "EHLO")] if "EHLO" in faults else responses

    async def handle_MAIL(self, server, session, envelope, address, options):
        envelope.mail_from, envelope.mail_options = address, options
        return await fault(server, "MAIL") or "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        envelope.rcpt_tos.append(address)
        return await fault(server, "RCPT") or "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if told := await fault(server, "DATA"):
            return told
        letters.put(json.dumps(seen(session, envelope)))
        return "250 OK"


def seen(session, envelope):
    letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
    # The newer reader puts blanks between the parts of a name (gh-92081), so the older one reads these.
    heads = email.message_from_bytes(envelope.content)
    plain, html = letter.iter_parts()
    return {
        "sender": envelope.mail_from,
        "receivers": envelope.rcpt_tos,
        "name": session.host_name,
        "isSecure": settings["tls"] == "tls" or session.ssl is not None,
        "user": session.auth_data.login.decode() if session.auth_data else None,
        "letter": {
            "from": mailboxes(heads["from"]),
            "to": mailboxes(heads["to"]),
            "subject": letter["subject"],
            "heads": letter.keys(),
            "id": letter["message-id"],
            "seconds": int(letter["date"].datetime.timestamp()),
            "kinds": [part.get_content_type() for part in letter.walk()],
            "text": plain.get_content().replace("\r\n", "\n"),
            "html": html.get_content().replace("\r\n", "\n"),
            "defects": [str(defect) for part in letter.walk() for defect in part.defects]
            + [str(defect) for head in letter.values() for defect in head.defects],
        },
        "longest": max(map(len, envelope.content.split(b"\r\n"))),
        "isASCII": envelope.content.isascii(),
        "bareBreaks": envelope.content.replace(b"\r\n", b"").count(b"\n")
        + envelope.content.replace(b"\r\n", b"").count(b"\r"),
    }


def mailboxes(head):
    return [
        [str(make_header(decode_header(name))), address] for name, address in getaddresses([head])
    ]


def authenticate(server, session, envelope, mechanism, data):
    wanted = LoginPassword(settings["user"].encode(), settings["secret"].encode())
    return AuthResult(success=data == wanted, handled=False, auth_data=data)


def make():
    return Server(
        Handler(),
        hostname="mail.example",
        tls_context=certificates if settings["tls"] == "starttls" else None,
        require_starttls=settings["tls"] == "starttls",
        auth_required="user" in settings,
        auth_require_tls=False,
        authenticator=authenticate if "user" in settings else None,
    )


def tell():
    # Whoever reads this may wait for us first, and a pipe holds no large letter.
    while True:
        print(letters.get(), flush=True)


async def main():
    loop = asyncio.get_running_loop()
    secure = certificates if settings["tls"] == "tls" else None
    protocol = asyncio.Protocol if settings.get("silent") else make
    server = await loop.create_server(protocol, "127.0.0.1", 0, ssl=secure)
    print("ready", server.sockets[0].getsockname()[1], flush=True)
    threading.Thread(target=tell, daemon=True).start()
    threading.Thread(target=lambda: (sys.stdin.read(), loop.call_soon_threadsafe(loop.stop)), daemon=True).start()
    await server.serve_forever()


try:
    asyncio.run(main())
except RuntimeError:
    # It was stopped because nobody listens any more.
    pass
