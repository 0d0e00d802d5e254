import { DynamoDbTable, IamRole, IamRolePolicy, LambdaFunction, LambdaFunctionUrl } from "../../model/aws";
import { bestPaths, type End, endsNamed, type Path, type Resource, reaching } from "../../model/graph";
import { listed } from "../../model/iam";
import { cwe, declare, defineStackRule, flag, owasp, pairs, policyOf, ref, sas, trusts } from "../../pack";

const shop = (authorizationType: string) => ({
    role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
    policy: declare(IamRolePolicy, {
        role: ref("role.name"),
        policy: policyOf({ Action: "dynamodb:GetItem", Resource: ref("orders.arn") }),
    }),
    orders: declare(DynamoDbTable, { attributes: [{ name: "id", type: "S" }], hashKey: "id" }),
    checkout: declare(LambdaFunction, { role: ref("role.arn") }),
    url: declare(LambdaFunctionUrl, { functionName: ref("checkout.name"), authorizationType }),
});

/** A team's own guard. What is asked before a step, such as an authorizer, ends a way unless `throughAuthentication`. */
export default defineStackRule({
    id: "no-path",
    severity: "high",
    profile: "strict",
    frameworks: [cwe(668), cwe(862), sas(4), owasp(6)],
    title: "What must not reach each other does not.",
    why: "Each step of a way may be right by itself: a public door, a role that writes, a group that admits another. Only together do they lead where nobody was to come.",
    fix: "Close one step of the way: let the door ask who calls, narrow the role's statement, or name the groups that may connect.",
    sources: [
        "https://docs.aws.amazon.com/vpc/latest/network-access-analyzer/what-is-network-access-analyzer.html",
        "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_create_layers.html",
    ],
    needs: reaching,
    options: {
        pairs: pairs("What must not lead where, as in the command reach: `internet -> database:*`.", [
            "internet -> database:*",
        ]),
        throughAuthentication: flag("Count ways on which somebody is asked who calls.", false),
    },
    bad: shop("NONE"),
    good: shop("AWS_IAM"),
    *check(stack, { options }) {
        for (const [from, to] of options.pairs.map(sidesOf)) {
            const targets = new Set<End>(endsNamed(stack, to));
            for (const start of targets.size === 0 ? [] : endsNamed(stack, from)) {
                const best = [...bestPaths(reaching(stack)(start))].filter(
                    ([target, path]) => targets.has(target) && (options.throughAuthentication || !path.isGuarded),
                );
                yield* byOpener(best);
            }
        }
    },
});

function sidesOf(pair: string): readonly [string, string] {
    const [from = "", to = ""] = pair.split(/->|→/);
    return [from.trim(), to.trim()];
}

/** The ways that one place opens are one finding. */
function* byOpener(ways: readonly (readonly [Resource, Path])[]) {
    const found = new Map<string, (readonly [Resource, Path])[]>();
    for (const way of ways) {
        const opener = openerOf(way[1]);
        const key = `${opener?.resource.urn ?? way[0].urn} ${opener?.path ?? ""}`;
        found.set(key, [...(found.get(key) ?? []), way]);
    }
    for (const same of found.values()) {
        const [[target, path] = []] = same;
        if (!target || !path) continue;
        const opener = openerOf(path);
        const names = listed(same.map(([one]) => one.name));
        yield {
            resource: opener?.resource ?? target,
            at: opener?.path ?? "",
            when: path.when,
            message: `opens a way to ${names}, which must not be: ${path.steps.map(told).join("; ")}`,
        };
    }
}

function openerOf({ steps }: Path) {
    return (steps.find(({ opensLater }) => !opensLater) ?? steps[0])?.openedBy[0];
}

function told({ from, says, to }: Path["steps"][number]): string {
    return `${from === "internet" ? "anyone" : from.name} ${says} → ${to.name}`;
}
