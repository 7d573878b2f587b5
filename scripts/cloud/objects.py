"""What is in a bucket, or what is put into it behind everybody's back.

    objects.py ENDPOINT KEY SECRET BUCKET PREFIX          prints a line of JSON for each object
    objects.py ENDPOINT KEY SECRET BUCKET NAME TEXT       puts a text there
    objects.py ENDPOINT KEY SECRET BUCKET NAME --remove   removes an object
"""

import base64
import gzip
import json
import sys

import boto3


def main(endpoint: str, key: str, secret: str, bucket: str, name: str, text: str = None) -> None:
    s3 = boto3.client(
        "s3", endpoint_url=endpoint, region_name="us-east-1",
        aws_access_key_id=key, aws_secret_access_key=secret)
    if text == "--remove":
        s3.delete_object(Bucket=bucket, Key=name)
    elif text is not None:
        s3.put_object(Bucket=bucket, Key=name, Body=text.encode())
    else:
        for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=name):
            for item in page.get("Contents", []):
                found = s3.get_object(Bucket=bucket, Key=item["Key"])
                body = found["Body"].read()
                if found.get("ContentEncoding") == "gzip":
                    body = gzip.decompress(body)
                print(json.dumps({
                    "name": item["Key"][len(name):],
                    "bytes": base64.b64encode(body).decode(),
                    "type": found["ContentType"],
                    "cache": found.get("CacheControl", ""),
                    "encoding": found.get("ContentEncoding", ""),
                    "modified": item["LastModified"].timestamp(),
                }))


if __name__ == "__main__":
    main(*sys.argv[1:])
