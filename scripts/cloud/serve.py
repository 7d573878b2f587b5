"""A storage service on loopback that lets in one key, until its standard input ends.

    serve.py PORT BUCKET

Prints `ready PORT KEY SECRET`. Port 0 is any that is free. The key is the same each time, so that
it is still known after a restart.
"""

import json
import logging
import sys
import urllib.request

import boto3
from moto.server import ThreadedMotoServer

REGION = "us-east-1"
SEED = 1
EVERYTHING = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}],
}


def main(port: int, bucket: str) -> None:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer("127.0.0.1", port, verbose=False)
    server.start()
    _, port = server.get_host_and_port()
    endpoint = f"http://127.0.0.1:{port}"

    def client(service: str):
        return boto3.client(
            service, endpoint_url=endpoint, region_name=REGION,
            aws_access_key_id="anybody", aws_secret_access_key="anything",
        )

    post(f"{endpoint}/moto-api/seed?a={SEED}")
    iam = client("iam")
    iam.create_user(UserName="jishi")
    iam.put_user_policy(
        UserName="jishi", PolicyName="all", PolicyDocument=json.dumps(EVERYTHING))
    key = iam.create_access_key(UserName="jishi")["AccessKey"]
    client("s3").create_bucket(Bucket=bucket)
    # From now on each request must be signed.
    post(f"{endpoint}/moto-api/reset-auth", b"0")
    print("ready", port, key["AccessKeyId"], key["SecretAccessKey"], flush=True)
    sys.stdin.read()


def post(url: str, body: bytes = b"") -> None:
    request = urllib.request.Request(url, body, {"Content-Type": "text/plain"}, method="POST")
    urllib.request.urlopen(request).close()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
