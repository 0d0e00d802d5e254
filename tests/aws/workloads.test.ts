import assert from "node:assert/strict";
import { IamRole, type ResourceType } from "../../model/aws";
import { carriedRoles, roleSlotPaths } from "../../model/aws/workloads";
import { identityOf, isActedBy } from "../../model/graph";
import { Value } from "../../model/values";
import { declare, json, type Program, policyOf, ref } from "../../pack";
import { graphOf } from "../support/graph";
import { hasInput, inputsNamed } from "../support/typings";

/** Nobody but an account may assume it, so only what carries it makes it an execution role. */
const assumeRolePolicy = policyOf({ Action: "sts:AssumeRole", Principal: { AWS: "111122223333" } });

/** Inputs that hold a value at the dotted path, in the notation of the table. */
function inputsAt(path: string, value: unknown): Record<string, unknown> {
    const [step = "", ...rest] = path.split(".");
    const key = step.replace(/\[\]$|\{\}$/, "");
    const below = rest.length === 0 ? value : inputsAt(rest.join("."), value);
    if (step.endsWith("[]")) return { [key]: [below] };
    return { [key]: step.endsWith("{}") ? json(below) : below };
}

function carrying(token: string, path: string): Program {
    const type: ResourceType = { token };
    const role = ref(token.includes("instanceProfile") ? "role.name" : "role.arn");
    return { role: declare(IamRole, { assumeRolePolicy }), carrier: declare(type, inputsAt(path, role) as never) };
}

describe("what carries a role", () => {
    it("is known at paths that are each listed once", () => {
        const slots = roleSlotPaths().map((slot) => slot.join(" "));
        assert.equal(new Set(slots).size, slots.length);
        assert.ok(slots.length >= 40, String(slots.length));
    });

    for (const [token, path] of roleSlotPaths()) {
        it(`has the input in the typings: ${token} ${path}`, () => assert.ok(hasInput(token, path)));

        for (const unknownOutputs of [false, true]) {
            const outputs = unknownOutputs ? "unknown" : "known";
            it(`makes it an execution role, outputs ${outputs}: ${token} ${path}`, () => {
                const { stack, resource } = graphOf(carrying(token, path), unknownOutputs);
                const identity = identityOf(stack, resource("role"));
                assert.ok(identity);
                assert.deepEqual(isActedBy(identity, "workload"), { is: "yes" });
                const carriers = new Set(identity.workloads.map((workload) => workload.resource.name));
                assert.deepEqual([...carriers], ["carrier"]);
            });
        }
    }

    for (const token of new Set(roleSlotPaths().map(([one]) => one))) {
        it(`is known at every path of ${token}`, () => {
            const known = roleSlotPaths().filter(([one]) => one === token);
            const named = inputsNamed(token, /[rR]oleArn$|^role$|^serviceRole$|^(authorizerC|c)redentials(Arn)?$/);
            assert.deepEqual(
                named.filter((path) => !known.some(([, one]) => one === path)),
                [],
            );
        });
    }

    it("tells inputs that no typings have", () => {
        assert.equal(hasInput("aws:lambda/function:Function", "roleArn"), false);
        assert.equal(hasInput("aws:scheduler/schedule:Schedule", "target.role"), false);
        assert.equal(hasInput("aws:scheduler/schedule:Schedule", "target[].roleArn"), false);
        assert.equal(hasInput("aws:lambda/function:Function", "environment.variables"), true);
    });

    /** In the words of messages. */
    const WORDS: readonly (readonly [token: string, what: string])[] = [
        ["aws:lambda/function:Function", "function"],
        ["aws:apigateway/integration:Integration", "API integration"],
        ["aws:apigatewayv2/integration:Integration", "API integration"],
        ["aws:sfn/stateMachine:StateMachine", "state machine"],
        ["aws:pipes/pipe:Pipe", "pipe"],
        ["aws:scheduler/schedule:Schedule", "schedule"],
        ["aws:cloudwatch/eventTarget:EventTarget", "event target"],
        ["aws:appsync/dataSource:DataSource", "data source"],
        ["aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", "delivery stream"],
        ["aws:ecs/taskDefinition:TaskDefinition", "task"],
        ["aws:iam/instanceProfile:InstanceProfile", "instance profile"],
        ["aws:codebuild/project:Project", "build project"],
        ["aws:glue/job:Job", "Glue job"],
        ["aws:apprunner/service:Service", "App Runner service"],
        ["aws:batch/jobDefinition:JobDefinition", "batch job"],
        ["aws:iot/topicRule:TopicRule", "IoT rule"],
    ];
    for (const [token, what] of WORDS) {
        it(`is called ${what}: ${token}`, () => {
            const [, path = ""] = roleSlotPaths().find(([known]) => known === token) ?? [];
            const { resource } = graphOf(carrying(token, path));
            assert.deepEqual(
                carriedRoles(token, resource("carrier").root).map((one) => one.what),
                [what],
            );
        });
    }

    it("of other types is what has a property of such a name", () => {
        const root = new Value({ roleArn: "arn:aws:iam::111122223333:role/run", kernelRole: 1, description: "role" });
        assert.deepEqual(
            carriedRoles("aws:emrserverless/application:Application", root).map(({ what, at }) => [what, at.path]),
            [["Application", "roleArn"]],
        );
        for (const token of ["aws:iam/rolePolicy:RolePolicy", "aws:grafana/workspace:Workspace", "gcp:run/job:Job"])
            assert.deepEqual(carriedRoles(token, root), []);
    });
});
