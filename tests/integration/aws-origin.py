# For each pair of files that comes as JSON on standard input: by which of its ways botocore finds the profile's
# credentials. No request is made. Usage: aws-origin.py PROFILE FOLDER
import json
import os
import sys

import botocore.session

profile, folder = sys.argv[1:]
paths = {name: os.path.join(folder, name) for name in ("credentials", "config")}
os.environ.update(AWS_SHARED_CREDENTIALS_FILE=paths["credentials"], AWS_CONFIG_FILE=paths["config"])


def origin():
    try:
        found = botocore.session.Session(profile=profile).get_component("credential_provider")
        for provider in found.providers:
            if provider.METHOD in ("container-role", "iam-role", "ec2-credentials-file", "boto-config"):
                continue
            # Each says which it is; one that cannot go on with what it has found has found it all the same.
            try:
                if provider.load() is not None:
                    return provider.METHOD
            except Exception:
                return provider.METHOD
        return None
    except Exception as error:
        return type(error).__name__


said = []
for files in json.load(sys.stdin):
    for name, text in files.items():
        with open(paths[name], "w") as file:
            file.write(text)
    said.append(origin())
print(json.dumps(said))
