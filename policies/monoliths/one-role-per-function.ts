import { IamRole, LambdaFunction } from "../../model/aws";
import {
    identityOf,
    isOnlyTelemetry,
    possible,
    type Resource,
    type Stack,
    type Workload,
    workloadsOf,
} from "../../model/graph";
import { type Answer, no, not, undecided } from "../../model/values";
import { cwe, declare, defineStackRule, ref, sas, trusts } from "../../pack";

const code = { handler: "index.handler", runtime: "nodejs22.x" };
const assumeRolePolicy = trusts("lambda");
const roles = { readRole: declare(IamRole, { assumeRolePolicy }), writeRole: declare(IamRole, { assumeRolePolicy }) };
const functions = (read: string, write: string) => ({
    ...roles,
    read: declare(LambdaFunction, { ...code, role: ref(read) }),
    write: declare(LambdaFunction, { ...code, role: ref(write) }),
});

export default defineStackRule({
    id: "one-role-per-function",
    severity: "high",
    frameworks: [cwe(653), cwe(250), sas(4)],
    title: "Every function has an execution role of its own.",
    why: "A shared role grants each function what any of them needs, so a flaw in the least of them reaches the data of all.",
    fix: "Give each function its own role with the rights that it alone needs.",
    sources: ["https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html"],
    needs: LambdaFunction,
    bad: functions("readRole.arn", "readRole.arn"),
    good: functions("readRole.arn", "writeRole.arn"),
    *check(stack) {
        const byRole = new Map<Resource | string, Workload[]>();
        const unclear: Workload[] = [];
        for (const workload of workloadsOf(stack)) {
            if (workload.resource.type !== LambdaFunction.token) continue;
            const [role, ...others] = possible(workload.role);
            const key = workload.role.kind === "outside" ? workload.role.reference : role;
            if (key === undefined || others.length > 0) unclear.push(workload);
            else byRole.set(key, [...(byRole.get(key) ?? []), workload]);
        }
        for (const [role, users] of byRole) {
            if (users.length > 1) yield* shared(role, users, not(onlyLogs(stack, role)));
        }
        // The only function of a stack shares its role with nobody.
        if (unclear.length === 1 && byRole.size === 0) return;
        for (const { resource, at } of unclear)
            yield { resource, at, when: undecided(at.place), message: "may be shared with other functions" };
    },
});

/** Functions that share the right to write logs have nothing of each other's. */
function onlyLogs(stack: Stack, role: Resource | string): Answer {
    const identity = typeof role === "string" ? undefined : identityOf(stack, role);
    return identity ? isOnlyTelemetry(identity) : no;
}

function shared(role: Resource | string, users: readonly Workload[], when: Answer) {
    const names = users.map(({ resource }) => resource.name).sort();
    const [first] = users;
    if (!first) return [];
    const message = `shared with ${names.length} functions (${names.slice(0, 5).join(", ")}${names.length > 5 ? ", …" : ""}): each may do what any of them needs`;
    return [
        typeof role === "string"
            ? { resource: first.resource, at: first.at, when, message }
            : { resource: role, at: "", when, message },
    ];
}
