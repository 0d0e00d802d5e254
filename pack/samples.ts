/** Programs that many rules' examples are variations of. */
import { IamRole, IamRolePolicy, LambdaFunction } from "../model/aws";
import { declare, json, type Program, ref } from "./example";

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
