import json

import pulumi
import pulumi_aws as aws

token = pulumi.Config().require_secret("token")
network = pulumi.StackReference("network", stack_name="acme/network/dev")
parameter = aws.ssm.get_parameter_output(name="/orders/display-name")

jobs = aws.sqs.Queue("jobs", visibility_timeout_seconds=30)
aws.sns.Topic("news", display_name=parameter.value, tags={"queue": jobs.arn})
role = aws.iam.Role(
    "role",
    assume_role_policy=json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": [
                {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}
            ],
        }
    ),
)
aws.iam.RolePolicy(
    "rights",
    role=role.id,
    policy=jobs.arn.apply(
        lambda arn: json.dumps(
            {
                "Version": "2012-10-17",
                "Statement": [
                    {"Effect": "Allow", "Action": "sqs:*", "Resource": arn},
                    {"Effect": "Allow", "Action": "dynamodb:*", "Resource": "*"},
                ],
            }
        )
    ),
)
orders = aws.lambda_.Function(
    "orders",
    runtime="nodejs22.x",
    handler="index.handler",
    role=role.arn,
    code=pulumi.AssetArchive({"index.js": pulumi.StringAsset("exports.handler = async () => 1;\n")}),
    environment={"variables": {"API_TOKEN": token}},
)
aws.lambda_.FunctionUrl("url", function_name=orders.name, authorization_type="NONE")
aws.ec2.SecurityGroup(
    "admin",
    vpc_id=network.require_output("vpcId"),
    ingress=[{"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": ["0.0.0.0/0"]}],
)
far = aws.Provider("far", region="eu-central-1")
aws.sqs.Queue("far-jobs", sqs_managed_sse_enabled=False, opts=pulumi.ResourceOptions(provider=far))

pulumi.export("queue", jobs.url)
