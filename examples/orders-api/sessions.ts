import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountId } from "./keys";
import { either } from "./mistakes";

/** Who looks into the database forwards its port through the bastion, and gets no shell there. */
const databaseUsers = new aws.ssoadmin.PermissionSet("database-users", {
    name: "database-users",
    instanceArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef",
    sessionDuration: "PT1H",
});

new aws.ssoadmin.PermissionSetInlinePolicy("database-users", {
    instanceArn: databaseUsers.instanceArn,
    permissionSetArn: databaseUsers.arn,
    inlinePolicy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Action: "ssm:StartSession",
                Resource: either("human-session-access-scoped", "*", [
                    pulumi.interpolate`arn:aws:ec2:eu-west-1:${accountId}:instance/i-0abcdef1234567890`,
                    "arn:aws:ssm:eu-west-1::document/AWS-StartPortForwardingSessionToRemoteHost",
                ]),
                Condition: { BoolIfExists: { "ssm:SessionDocumentAccessCheck": "true" } },
            },
        ],
    }),
});
