"""A demo market of its own, which serves and sends letters for as long as it is entered."""
import contextlib
import json
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
GIGS = 30
PATIENCE = 20


class Market:
    """A market in a folder, and what an operator does there."""

    def __init__(self, program, folder, letters):
        self.program, self.folder, self.letters = program, folder, letters
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.place = f"127.0.0.1:{free.getsockname()[1]}"
        # Letters lead there, so it must be known before anybody listens.
        self.site = f"http://{self.place}"
        settings = {
            "url": self.site, "listen": self.place,
            "mail": f"smtp://127.0.0.1:{letters.port}?tls=none",
            "mailfrom": "集市 <no-reply@jishi.example>", "owner": "集市演示站 / Jishi demo",
        }
        (folder / "site.json").write_text(json.dumps(settings), encoding="utf-8")

    def run(self, *arguments, typed=None):
        done = subprocess.run([self.program, *arguments], cwd=self.folder, text=True,
                              input=typed, capture_output=True)
        if done.returncode != 0:
            command = " ".join(map(str, arguments))
            raise SystemExit(f"`jishi {command}` ended with {done.returncode}: {done.stderr}")
        return done.stdout

    def create(self, name, email, password, language, *options):
        """Opens an account as an operator does."""
        self.run("user", "create", "--name", name, "--email", email, "--locale", language,
                 "--password-stdin", *options, typed=password + "\n")

    @contextlib.contextmanager
    def serving(self):
        log = self.folder / "serve.log"
        with open(log, "w", encoding="utf-8") as errors, subprocess.Popen(
                [self.program, "serve"], cwd=self.folder, text=True, stdout=subprocess.PIPE,
                stderr=errors) as process:
            try:
                if not any(self.site in line for line in iter(process.stdout.readline, "")):
                    raise SystemExit(f"It does not serve: {log.read_text(encoding='utf-8')}")
                yield
            finally:
                process.send_signal(signal.SIGTERM)
                # All that it has to say of a good day is how it ended.
                said = process.stdout.read().splitlines() + log.read_text("utf-8").splitlines()
                complaints = [line for line in said if line and not line.startswith("Answered ")]
                if complaints:
                    print("`jishi serve` said:", *complaints, sep="\n", file=sys.stderr)
        if process.returncode != 0:
            raise SystemExit(f"`jishi serve` ended with {process.returncode}.")


class Letters:
    """A mail server, and who has got what there."""

    def __init__(self):
        self.process = subprocess.Popen(
            [sys.executable, ROOT / "scripts/accounts/mail.py", '{"tls": "none"}'],
            text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.port = int(self.process.stdout.readline().split()[1])
        self.news = threading.Condition()
        self.waiting = {}
        threading.Thread(target=self.receive, daemon=True).start()

    def receive(self):
        for line in self.process.stdout:
            taken = json.loads(line)
            with self.news:
                for receiver in taken["receivers"]:
                    self.waiting.setdefault(receiver, []).append(taken["letter"])
                self.news.notify_all()

    def next(self, receiver):
        """The oldest that was not asked for yet."""
        with self.news:
            if not self.news.wait_for(lambda: self.waiting.get(receiver), timeout=PATIENCE):
                raise TimeoutError(f"no letter came to {receiver} within {PATIENCE} s")
            return self.waiting[receiver].pop(0)

    def end(self):
        self.process.stdin.close()
        self.process.wait(timeout=PATIENCE)


@contextlib.contextmanager
def demo(program):
    letters = Letters()
    try:
        with tempfile.TemporaryDirectory() as place:
            market = Market(program, pathlib.Path(place), letters)
            for name in ["themes", "locales", "content"]:
                shutil.copytree(ROOT / name, market.folder / name)
            market.run("init")
            market.run("seed", "--gigs", str(GIGS))
            market.run("seal")
            market.run("build")
            with market.serving():
                yield market
    finally:
        letters.end()
