/** Programs that many rules' examples are variations of. */
import {
    CognitoIdentityPool,
    CognitoIdentityPoolRoleAttachment,
    DynamoDbTable,
    IamRole,
    IamRolePolicy,
    LambdaFunction,
} from "../model/aws";
import { archive, type Declaration, declare, json, type Program, ref } from "./example";

/** A trust policy for AWS services. */
export function trusts(...services: readonly string[]): string {
    const Service = services.map((service) => `${service}.amazonaws.com`);
    return json({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service } }],
    });
}

export function policyOf(...statements: readonly object[]): string {
    return json({
        Version: "2012-10-17",
        Statement: statements.map((statement) => ({ Effect: "Allow", ...statement })),
    });
}

/** A function under a role with one inline policy of these statements: `policy` holds them. */
export function functionAllowed(...statements: readonly object[]): Program {
    return {
        role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
        policy: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(...statements) }),
        orders: declare(LambdaFunction, { role: ref("role.arn"), handler: "index.handler", runtime: "nodejs22.x" }),
    };
}

/** The same with a table, and with code that asks for an item of it. */
export function readerAllowed(...statements: readonly object[]): Program {
    const { role, policy } = functionAllowed(...statements) as Record<"role" | "policy", Declaration>;
    return {
        role,
        policy,
        orders: declare(DynamoDbTable, { hashKey: "id", attributes: [{ name: "id", type: "S" }] }),
        reader: declare(LambdaFunction, {
            role: ref("role.arn"),
            handler: "index.handler",
            runtime: "nodejs22.x",
            environment: { variables: { TABLE: ref("orders.name") } },
            code: archive({ "index.mjs": READER }),
        }),
    };
}

const READER = `import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
const client = new DynamoDBClient({});
export const handler = ({ id }) =>
    client.send(new GetItemCommand({ TableName: process.env.TABLE, Key: { id: { S: id } } }));
`;

/** A trust policy for those whom an identity pool tells apart, as Cognito's own set-up writes it. */
export function trustsPool(pool: unknown, who: string): string {
    return json({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Action: "sts:AssumeRoleWithWebIdentity",
                Principal: { Federated: "cognito-identity.amazonaws.com" },
                Condition: {
                    StringEquals: { "cognito-identity.amazonaws.com:aud": pool },
                    "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": who },
                },
            },
        ],
    });
}

/** An identity pool that lets guests in, with a role for guests or for those who signed in. */
export function identityPoolProgram(slot: "authenticated" | "unauthenticated"): Program {
    return {
        pool: declare(CognitoIdentityPool, { identityPoolName: "shop", allowUnauthenticatedIdentities: true }),
        role: declare(IamRole, { assumeRolePolicy: trustsPool(ref("pool.id"), slot) }),
        attachment: declare(CognitoIdentityPoolRoleAttachment, {
            identityPoolId: ref("pool.id"),
            roles: { [slot]: ref("role.arn") },
        }),
    };
}

/** What makes a password that the program itself does not know. */
export const randomPassword = declare<Readonly<Record<string, unknown>>>(
    { token: "random:index/randomPassword:RandomPassword" },
    { length: 24 },
);
