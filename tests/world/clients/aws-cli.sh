#!/bin/sh
# The AWS CLI by whatever credentials it finds: who it is, which buckets it sees, and an object put and got again.
# Usage: aws-cli.sh AWS BUCKET
set -eu
program=$1
bucket=$2
aws() { "$program" --endpoint-url "$AWS_ENDPOINT_URL" --output text "$@"; }

aws sts get-caller-identity --query Arn
aws s3api list-buckets --query 'Buckets[].Name'
printf 'said by the AWS CLI' | aws s3 cp --quiet - "s3://$bucket/aws-cli"
aws s3 cp --quiet "s3://$bucket/aws-cli" -
