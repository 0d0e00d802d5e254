// One policy document in every form that a program may give it in; each form on a role of its own.
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const orders = new aws.dynamodb.Table("orders", {
    attributes: [{ name: "id", type: "S" }],
    hashKey: "id",
    billingMode: "PAY_PER_REQUEST",
});
const NAMED = "arn:aws:dynamodb:eu-west-1:111122223333:table/named";

/** Good, then two mistakes: every bucket, beside a table; and all of a service. */
function documentOn(table: pulumi.Input<string>): aws.iam.PolicyDocument {
    return {
        Version: "2012-10-17",
        Statement: [
            { Sid: "ReadOrders", Effect: "Allow", Action: ["dynamodb:GetItem", "dynamodb:Query"], Resource: [table] },
            { Sid: "ReadBuckets", Effect: "Allow", Action: "s3:GetObject", Resource: [table, "*"] },
            { Sid: "AllOfTable", Effect: "Allow", Action: ["dynamodb:*"], Resource: table },
        ],
    };
}

function statementsOn<T>(table: T) {
    return [
        { sid: "ReadOrders", actions: ["dynamodb:GetItem", "dynamodb:Query"], resources: [table] },
        { sid: "ReadBuckets", actions: ["s3:GetObject"], resources: [table, "*"] },
        { sid: "AllOfTable", actions: ["dynamodb:*"], resources: [table] },
    ];
}

function role(name: string, policy: aws.iam.RolePolicyArgs["policy"]): void {
    const { name: role } = new aws.iam.Role(`${name}-role`, {
        assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
    });
    new aws.iam.RolePolicy(name, { role, policy });
}

role("text", JSON.stringify(documentOn(NAMED)));
role("object", documentOn(NAMED));
role("get-document", aws.iam.getPolicyDocument({ statements: statementsOn(NAMED) }).then(({ json }) => json));

role("text-in-apply", orders.arn.apply((arn) => JSON.stringify(documentOn(arn))));
role("json-stringify", pulumi.jsonStringify(documentOn(orders.arn)));
role("interpolated", pulumi.interpolate`{"Version":"2012-10-17","Statement":[{"Sid":"ReadBuckets","Effect":"Allow","Action":"s3:GetObject","Resource":["${orders.arn}","*"]},{"Sid":"AllOfTable","Effect":"Allow","Action":"dynamodb:*","Resource":"${orders.arn}"}]}`);
role("get-document-output", aws.iam.getPolicyDocumentOutput({ statements: statementsOn(orders.arn) }).json);
role("object-of-outputs", documentOn(orders.arn));
role("output-of-object", pulumi.output(documentOn(orders.arn)) as pulumi.Output<aws.iam.PolicyDocument>);

new aws.iam.Role("inline-role", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
    inlinePolicies: [{ name: "all", policy: pulumi.jsonStringify(documentOn(orders.arn)) }],
});
