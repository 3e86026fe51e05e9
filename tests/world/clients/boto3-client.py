# boto3 by whatever credentials it finds: who it is, which buckets it sees, and an object put and got again.
# Usage: boto3-client.py BUCKET
import os
import sys

import boto3

bucket = sys.argv[1]
# Older ones do not read it themselves.
endpoint = os.environ["AWS_ENDPOINT_URL"]
print(boto3.client("sts", endpoint_url=endpoint).get_caller_identity()["Arn"])
s3 = boto3.client("s3", endpoint_url=endpoint)
print("\t".join(found["Name"] for found in s3.list_buckets()["Buckets"]))
s3.put_object(Bucket=bucket, Key="boto3", Body=b"said by boto3")
print(s3.get_object(Bucket=bucket, Key="boto3")["Body"].read().decode(), end="")
