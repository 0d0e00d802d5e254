import assert from "node:assert/strict";
import { IamRole } from "../../model/aws";
import { identitiesOf, narrowerPassRole, passedToCondition } from "../../model/graph";
import { declare, policyOf, trusts } from "../../pack";
import { stackOf } from "../support/stacks";

const written = (statement: object, write: (...args: Parameters<typeof narrowerPassRole>) => string) => {
    const stack = stackOf({
        role: declare(IamRole, {
            assumeRolePolicy: trusts("lambda"),
            inlinePolicies: [{ name: "p", policy: policyOf({ Action: "iam:PassRole", Resource: "*" }, statement) }],
        }),
        task: declare(IamRole, { assumeRolePolicy: trusts("ecs-tasks") }),
        machine: declare(IamRole, { assumeRolePolicy: trusts("states") }),
    });
    const identity = identitiesOf(stack).find(({ role }) => role?.name === "role");
    assert.ok(identity);
    return write(stack, identity);
};

describe("the statement that passes no more than it must", () => {
    it("names the service that other actions tell, and the roles of the stack that trust it", () => {
        assert.equal(
            written({ Action: "ecs:RunTask", Resource: "*" }, narrowerPassRole),
            'Write { Action: "iam:PassRole", Resource: task.arn, Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } } }.',
        );
    });
    it("names several", () => {
        const both = { Action: ["ecs:RunTask", "states:Create*"], Resource: "*" };
        assert.match(written(both, narrowerPassRole), /\[task\.arn, machine\.arn\]|\[machine\.arn, task\.arn\]/);
        assert.match(written(both, narrowerPassRole), /\["ecs-tasks\.amazonaws\.com", "states\.amazonaws\.com"\]/);
    });
    it("leaves the service to be filled in where nothing tells it", () => {
        for (const other of [
            { Action: "s3:GetObject", Resource: "*" },
            { NotAction: "iam:*", Resource: "arn:aws:s3:::orders/*" },
            { NotAction: "iam:*", Resource: "*" },
        ])
            assert.equal(
                written(other, (_, identity) => passedToCondition(identity)),
                'Add Condition: { StringEquals: { "iam:PassedToService": "SERVICE.amazonaws.com" } }.',
            );
    });
});
