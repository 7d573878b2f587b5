"""A built site: its pages by kind, and a server that answers as a static host would."""
import http.server
import pathlib
import re
import threading

TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript",
    ".svg": "image/svg+xml", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8",
    ".png": "image/png", ".webp": "image/webp", ".jpg": "image/jpeg", ".ico": "image/x-icon",
}
# As strict as the endpoint: what breaks it becomes an error on the console.
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; "
          "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")


class Page:
    """One page: its file, its address, and what kind of page it is."""

    def __init__(self, folder, file):
        self.file = file
        name = file.relative_to(folder).with_suffix("").as_posix()
        self.address = "/" if name == "index" else "/" + name
        self.size = file.stat().st_size
        self.kind = kind(self.address)

    @property
    def moves(self):
        return self.size < 4096 and b'http-equiv="refresh"' in self.file.read_bytes()


def kind(address):
    """The address without what names one thing: /en/g/tea-1 is of the kind /en/g/*."""
    steps = address.strip("/").split("/")
    if len(steps) > 2:
        steps[2] = "*"
    if len(steps) > 3:
        steps[3] = "N"
    if len(steps) == 3 and steps[1] == "new":
        steps[2] = "N"
    return "/" + "/".join(steps)


def pages(folder):
    folder = pathlib.Path(folder)
    found = [Page(folder, file) for file in sorted(folder.rglob("*.html"))]
    if not found:
        raise SystemExit(f"There are no pages in {folder}: build the site first.")
    return found


def sample(all_pages):
    """Of each kind the page that says most, and of gigs and sellers the one that says least too."""
    kinds = {}
    for page in all_pages:
        name = f"{page.kind} (moved)" if page.moves else page.kind
        kinds.setdefault(name, []).append(page)
    chosen = []
    for name, some in sorted(kinds.items()):
        some.sort(key=lambda page: (page.size, page.address))
        chosen.append(some[-1])
        if re.fullmatch(r"/[^/]+/[gs]/\*", name) and len(some) > 1:
            chosen.append(some[0])
    return chosen


class Server:
    """Serves a folder on a free port as long as it is entered."""

    def __init__(self, folder):
        handler = type("Handler", (Handler,), {"folder": pathlib.Path(folder).resolve()})
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.site = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    folder = None

    def do_GET(self):
        path = self.path.split("?")[0]
        file = self.file(path)
        status = 200 if file else 404
        file = file or self.file("/" + path.split("/")[1] + "/404") or self.file("/404")
        body = file.read_bytes() if file else b""
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(file.suffix if file else ".txt", "text/plain"))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(body)

    def file(self, path):
        name = path.strip("/") or "index"
        for candidate in (self.folder / name, self.folder / f"{name}.html"):
            inside = candidate.resolve().is_relative_to(self.folder)
            if inside and candidate.is_file() and not path.endswith(".html"):
                return candidate
        return None

    def log_message(self, *_):
        pass
