"""Signs requests as botocore does, for a comparison.

    sign.py FILE

The file has one request as JSON in each line; for each one line comes out, with its address and its
`Authorization`.
"""

import base64
import datetime
import json
import sys
from urllib.parse import quote

import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials


def encoded(text: str) -> str:
    return quote(text, safe="-_.~")


def address(asked: dict) -> str:
    host, bucket, key = asked["host"], asked["bucket"], quote(asked["key"], safe="/~")
    if asked["style"] == "host":
        return f"{asked['scheme']}://{bucket}.{host}/{key}"
    return f"{asked['scheme']}://{host}/{bucket}" + (f"/{key}" if key else "")


def signed(asked: dict) -> tuple[str, str]:
    url = address(asked)
    if asked["query"]:
        pairs = [map(encoded, pair) for pair in asked["query"]]
        url += "?" + "&".join(map("=".join, pairs))
    body = base64.b64decode(asked["body"])
    request = AWSRequest(asked["method"], url, dict(asked["fields"]), body)
    now = datetime.datetime.fromtimestamp(asked["seconds"], datetime.timezone.utc)
    botocore.auth.get_current_datetime = lambda: now
    key = Credentials(asked["id"], asked["secret"], asked.get("token"))
    botocore.auth.S3SigV4Auth(key, "s3", asked["region"]).add_auth(request)
    return url, request.headers["Authorization"]


with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        print(*signed(json.loads(line)))
