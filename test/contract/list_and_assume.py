"""Reads an account and assumes a role with plain boto3, and prints what it saw as JSON."""

import json
import sys

import boto3

iam_url, sts_url, trail_url, role = sys.argv[1:5]
region = "us-east-1"
iam = boto3.client("iam", endpoint_url=iam_url, region_name=region)
sts = boto3.client("sts", endpoint_url=sts_url, region_name=region)

details = {"users": [], "roles": [], "policies": []}
for page in iam.get_paginator("get_account_authorization_details").paginate(
    Filter=["User", "Role", "LocalManagedPolicy"], PaginationConfig={"PageSize": 1}
):
    for user in page["UserDetailList"]:
        inline = {one["PolicyName"]: one["PolicyDocument"] for one in user.get("UserPolicyList", [])}
        details["users"].append({"name": user["UserName"], "inline": inline, "groups": user["GroupList"]})
    for one in page["RoleDetailList"]:
        details["roles"].append({"name": one["RoleName"], "trust": one["AssumeRolePolicyDocument"]})
    for one in page["Policies"]:
        details["policies"].append({"name": one["PolicyName"], "document": one["PolicyVersionList"][0]["Document"]})

session = sts.assume_role(RoleArn=role, RoleSessionName="boto3", DurationSeconds=900)
inside = session["Credentials"]
as_role = dict(
    region_name=region,
    aws_access_key_id=inside["AccessKeyId"],
    aws_secret_access_key=inside["SecretAccessKey"],
    aws_session_token=inside["SessionToken"],
)
identity = boto3.client("sts", endpoint_url=sts_url, **as_role).get_caller_identity()
users = boto3.client("iam", endpoint_url=iam_url, **as_role).list_users()["Users"]

refused = None
try:
    boto3.client("iam", endpoint_url=iam_url, **as_role).create_user(UserName="mallory")
except iam.exceptions.ClientError as error:
    refused = error.response["Error"]["Code"]

trail = boto3.client("cloudtrail", endpoint_url=trail_url, region_name=region)
events = trail.lookup_events(LookupAttributes=[{"AttributeKey": "EventName", "AttributeValue": "AssumeRole"}])["Events"]

json.dump(
    {
        "details": details,
        "identity": identity["Arn"],
        "expires": inside["Expiration"].isoformat(),
        "users": [user["UserName"] for user in users],
        "created": users[0]["CreateDate"].isoformat(),
        "refused": refused,
        "assumed": [[one["Username"], one["Resources"][0]["ResourceName"]] for one in events],
    },
    sys.stdout,
)
