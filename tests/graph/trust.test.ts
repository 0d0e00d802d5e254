import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import {
    EcsTaskDefinition,
    IamRole,
    isComputeService,
    LambdaFunction,
    resourceType,
    Schedule,
    typesAssumedBy,
} from "../../model/aws";
import { isForeignAccount, ownAccounts, runsCode, surplusOf, trustedRoles } from "../../model/graph";
import type { Answer } from "../../model/values";
import { declare, json, type Program, ref, trusts, unknown } from "../../pack";
import { graphOf } from "../support/graph";

const code = { handler: "index.handler", runtime: "nodejs22.x" } as const;
const role = declare(IamRole, { assumeRolePolicy: trusts("lambda", "ec2", "scheduler") });
const under = (name: string) => declare(LambdaFunction, { ...code, role: ref(`${name}.arn`) });
const provider = resourceType<object>("pulumi:providers:aws");

function trusted(program: Program, unknownOutputs = false) {
    const { stack } = graphOf(program, unknownOutputs);
    const found = trustedRoles(stack).find((one) => one.role.name === "role");
    assert.ok(found);
    return { stack, found };
}

const said = (answer: Answer) => (answer.is === "undecided" ? answer.awaits.join() : answer.is);

describe("code under a role", () => {
    const runs = (program: Program, unknownOutputs = false) => said(runsCode(trusted(program, unknownOutputs).found));
    it("is a function's or a task's, also where outputs are unknown", () => {
        for (const outputs of [false, true]) assert.equal(runs({ role, orders: under("role") }, outputs), "yes");
        const task = { family: "report", containerDefinitions: "[]", taskRoleArn: ref("role.arn") };
        assert.equal(runs({ role, task: declare(EcsTaskDefinition, task) }), "yes");
    });
    it("is not what only delivers, and not nothing", () => {
        const target = { arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders", roleArn: ref("role.arn") };
        const nightly = { flexibleTimeWindow: { mode: "OFF" }, scheduleExpression: "rate(1 day)", target };
        assert.equal(runs({ role, nightly: declare(Schedule, nightly as never) }), "no");
        assert.equal(runs({ role }), "no");
    });
});

describe("whom a role lets in beside its workload", () => {
    const surplus = (program: Program) => {
        const { stack, found } = trusted(program);
        return surplusOf(stack, found).map(({ whom, when }) => `${whom}: ${said(when)}`);
    };
    it("is what runs code and nothing here uses it for", () => {
        assert.deepEqual(surplus({ role, orders: under("role") }), ["ec2.amazonaws.com: yes"]);
    });
    it("is nobody where nothing carries the role", () => assert.deepEqual(surplus({ role }), []));
    it("waits for workloads that do not tell their role yet", () => {
        const profile = declare(resourceType<{ role: string }>("aws:iam/instanceProfile:InstanceProfile"), {
            role: unknown,
        });
        assert.deepEqual(surplus({ role, orders: under("role"), profile }), ["ec2.amazonaws.com: profile.role"]);
    });
});

describe("a stack's own accounts", () => {
    const own = (program: Program, unknownOutputs = false) => [...ownAccounts(graphOf(program, unknownOutputs).stack)];
    it("are those of its resources' ARNs", () => {
        assert.deepEqual(own({ role }), ["123456789012"]);
        assert.deepEqual(own({ role }, true), []);
    });
    it("are those that its providers are held to", () => {
        const inputs = {
            allowedAccountIds: '["111122223333"]',
            assumeRoles: '[{"roleArn":"arn:aws:iam::444455556666:role/deploy"}]',
        };
        assert.deepEqual(own({ role, aws: declare(provider, inputs as never) }, true).sort(), [
            "111122223333",
            "444455556666",
        ]);
    });
    it("decide which account is another; while none is known, nobody can say", () => {
        const statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "444455556666" } };
        const assumeRolePolicy = json({ Version: "2012-10-17", Statement: [statement] });
        const program = { role: declare(IamRole, { assumeRolePolicy }) };
        const foreign = (unknownOutputs: boolean, accepted: readonly string[] = []) => {
            const { stack, found } = trusted(program, unknownOutputs);
            const [admission] = found.trust.admissions;
            assert.ok(admission);
            return said(isForeignAccount(stack, found, admission, accepted));
        };
        assert.equal(foreign(false), "yes");
        assert.equal(foreign(true), "role.arn");
        assert.equal(foreign(true, ["444455556666"]), "no");
    });
});

describe("the table of services that assume roles", () => {
    const file = path.resolve(__dirname, "../../data/synthetic/resources.json");
    const tokens = Object.keys((JSON.parse(readFileSync(file, "utf8")) as { table: object }).table);
    it("names types that @pulumi/aws has", () => {
        assert.deepEqual(
            typesAssumedBy().filter((token) => !tokens.includes(token)),
            [],
        );
    });
    it("tells what runs code from what delivers", () => {
        assert.ok(["lambda", "ec2", "ecs-tasks", "codebuild", "glue", "states"].every(isComputeService));
        assert.ok(!["events", "scheduler", "apigateway", "pipes", "firehose"].some(isComputeService));
    });
});
