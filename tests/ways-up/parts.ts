import { IamGroup, IamGroupPolicy, IamRole, IamRolePolicy, IamUser, IamUserPolicy } from "../../model/aws";
import { declare, type Program, policyOf, trusts } from "../../pack";

export const readTable = {
    Action: "dynamodb:GetItem",
    Resource: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
};
export const everything = { Action: "*", Resource: "*" };
export const code = { handler: "index.handler", runtime: "nodejs22.x" } as const;

/** A role that the service assumes, with these statements. */
export const under = (service: string, ...statements: readonly object[]) =>
    declare(IamRole, {
        assumeRolePolicy: trusts(service),
        inlinePolicies: [{ name: "own", policy: policyOf(...statements) }],
    });

export const role = declare(IamRole, { name: "app", assumeRolePolicy: trusts("lambda") });

/** A policy of that role, as an object, so that what is known of it stays known. */
export const policy = (...statements: readonly object[]) =>
    declare(IamRolePolicy, {
        role: "app",
        policy: {
            Version: "2012-10-17",
            Statement: statements.map((statement) => ({ Effect: "Allow", ...statement })),
        } as never,
    });

export const group = (...statements: readonly object[]): Program => ({
    staff: declare(IamGroup, { name: "staff" }),
    policy: declare(IamGroupPolicy, { group: "staff", policy: policyOf(...statements) }),
});

export const user = (more: object, ...statements: readonly object[]): Program => ({
    alice: declare(IamUser, { name: "alice", ...more }),
    policy: declare(IamUserPolicy, { user: "alice", policy: policyOf(...statements) }),
});
