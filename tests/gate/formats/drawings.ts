/** Drawings as a pack writes them, small and large. */
import { compared } from "../../../gate/report/comparison";
import type { Report } from "../../../gate/report/model";
import { findingOn, reportOf } from "./reports";

export type Drawing = NonNullable<Report["drawing"]>;
type Node = Drawing["nodes"][number];
type Edge = Drawing["edges"][number];

export const urnOf = (type: string, name: string) => `urn:pulumi:dev::shop::${type}::${name}`;

const TYPES = {
    api: "aws:apigatewayv2/api:Api",
    function: "aws:lambda/function:Function",
    role: "aws:iam/role:Role",
    table: "aws:dynamodb/table:Table",
    url: "aws:lambda/functionUrl:FunctionUrl",
} as const;
const LANES = { api: 1, url: 1, function: 2, role: 3, table: 4 } as const;
const KINDS = {
    api: "HTTP API",
    url: "Function URL",
    function: "Lambda function",
    role: "IAM role",
    table: "DynamoDB table",
};

export function resource(kind: keyof typeof TYPES, name: string, more: Partial<Node> = {}): Node {
    const urn = urnOf(TYPES[kind], name);
    return {
        id: urn,
        urn,
        type: TYPES[kind],
        lane: LANES[kind],
        kind,
        kindName: KINDS[kind],
        name,
        sub: KINDS[kind],
        parts: [],
        ...more,
    };
}

export const internet: Node = {
    id: "outside:internet",
    lane: 0,
    kind: "internet",
    kindName: "Internet",
    name: "Internet",
    sub: "Anyone",
    parts: [],
    isOutside: true,
};

export function edge(from: Node, to: Node, kind: Edge["kind"], more: Partial<Edge> = {}): Edge {
    return {
        id: `${from.id}>${to.id}>${kind}`,
        from: from.id,
        to: to.id,
        kind,
        says: `${from.name} leads to ${to.name}.`,
        actions: [],
        levels: [],
        via: [],
        ...more,
    };
}

/** An open URL, whose function may write a table and read every one; another table in a network, a topic of another stack. */
export function shop(name = "callback"): Report {
    const url = resource("url", name);
    const code = resource("function", name, { sub: "nodejs22.x" });
    const role = resource("role", name, { parts: [urnOf("aws:iam/rolePolicy:RolePolicy", name)] });
    const orders = resource("table", "orders", { network: "vpc:main" });
    const every: Node = {
        id: "wild:dynamodb:table",
        lane: 4,
        kind: "wild",
        kindName: "Wildcard",
        name: "Every table",
        sub: "DynamoDB",
        parts: [],
        isWild: true,
        covers: [orders.id],
    };
    const alerts: Node = {
        id: "elsewhere:alerts",
        lane: 4,
        kind: "topic",
        kindName: "SNS topic",
        name: "alerts",
        sub: "Of another stack",
        parts: [],
        isElsewhere: true,
    };
    const policy = urnOf("aws:iam/rolePolicy:RolePolicy", name);
    const door = edge(internet, url, "calls", {
        isOpen: true,
        says: "Anyone on the internet may call this URL: it asks for no authentication.",
        closes: "Ask for a signature.",
        via: [{ urn: url.id, path: "authorizationType" }],
    });
    const edges = [
        door,
        edge(url, code, "calls"),
        edge(code, role, "runs-as", { via: [{ urn: code.id, path: "role" }] }),
        edge(role, orders, "may", {
            actions: ["dynamodb:PutItem"],
            levels: ["Write"],
            via: [{ urn: policy, path: "policy", statement: "Orders" }],
        }),
        edge(role, every, "may", {
            actions: ["dynamodb:GetItem"],
            levels: ["Read"],
            isWide: true,
            via: [{ urn: policy, path: "policy", statement: "All" }],
        }),
        edge(role, alerts, "may", {
            awaits: ["alerts.arn"],
            via: [{ urn: policy, path: "policy", statement: "Tell" }],
        }),
        edge(role, resource("table", "logs"), "may", { isQuiet: true }),
    ];
    const nodes = [internet, url, code, role, orders, every, alerts, resource("table", "logs")];
    const drawing: Drawing = {
        nodes,
        edges,
        ways: [
            {
                id: "way:1",
                door: door.id,
                chain: [internet.id, url.id, code.id, role.id],
                ends: [every.id, orders.id],
                nodes: [internet.id, url.id, code.id, role.id, every.id, orders.id],
                edges: edges.slice(0, 5).map(({ id }) => id),
                closes: "Ask for a signature.",
                weight: 10,
            },
        ],
        roles: [
            {
                node: role.id,
                grants: [
                    {
                        urn: policy,
                        path: "policy",
                        statement: "Orders",
                        effect: "Allow",
                        actions: ["dynamodb:PutItem"],
                        levels: ["Write"],
                        resources: [{ node: orders.id }],
                        condition: ["aws:SourceVpc"],
                    },
                    {
                        urn: policy,
                        path: "policy",
                        statement: "All",
                        effect: "Allow",
                        actions: ["dynamodb:GetItem"],
                        levels: ["Read"],
                        resources: [{ node: every.id, pattern: "*" }],
                        isWide: true,
                        condition: [],
                    },
                ],
            },
        ],
        networks: [
            { id: "vpc:main", name: "main", sub: "10.0.0.0/16", parts: [urnOf("aws:ec2/subnet:Subnet", "private")] },
        ],
    };
    const star = findingOn(name, {
        policy: "exec-role-no-resource-star",
        severity: "high",
        urn: policy,
        type: "aws:iam/rolePolicy:RolePolicy",
        title: "Roles name their resources.",
        at: "policy.Statement[1].Resource",
        statement: "All",
        fact: 'statement "All" allows dynamodb:GetItem on every table',
        fix: "Name the table.",
        location: { file: "shop/roles.ts", line: 7, column: 1 },
    });
    return reportOf({
        resources: 9,
        findings: [findingOn(name), star],
        drawing,
        declared: { [code.id]: { location: { file: "shop/code.ts", line: 40, column: 1 }, component: "payments" } },
    });
}

/** The shop held against what it was: its URL asked for a signature, and its role named its tables, but might delete. */
export function reviewed(name = "callback", against = "main"): Report {
    const now = shop(name);
    const { drawing } = now;
    if (!drawing) throw new Error("the shop is drawn");
    const [role] = drawing.roles;
    const [orders] = role?.grants ?? [];
    if (!role || !orders) throw new Error("the shop has a role");
    const before: Report = {
        ...now,
        findings: now.findings.slice(0, 1),
        drawing: {
            ...drawing,
            edges: drawing.edges
                .filter(({ isWide }) => !isWide)
                .map(({ isOpen, closes: _, ...one }) => (isOpen ? { ...one, guard: "IAM" } : one)),
            ways: [],
            roles: [{ ...role, grants: [orders, { ...orders, statement: "Old", actions: ["dynamodb:DeleteItem"] }] }],
        },
    };
    const { project, stack } = now;
    return compared(now, before, { kind: "git", at: against, project, stack });
}

/** So many nodes in components of their own, with findings on every third role. */
export function large(count: number): Report {
    const nodes: Node[] = [internet];
    const edges: Edge[] = [];
    const declared: Record<string, { component: string }> = {};
    const findings = [];
    const put = (node: Node, component: string): Node => {
        nodes.push(node);
        declared[node.id] = { component };
        return node;
    };
    for (let team = 0; nodes.length < count; team += 1) {
        const component = `team-${team}`;
        const api = put(resource("api", `${component}-api`), component);
        const table = put(resource("table", `${component}-table`), component);
        edges.push(edge(internet, api, "calls", { guard: "JWT" }));
        for (let number = 0; number < 4 + ((team * 5) % 14) && nodes.length < count; number += 1) {
            const code = put(resource("function", `${component}-${number}`), component);
            const role = put(resource("role", `${component}-${number}`), component);
            edges.push(
                edge(api, code, "calls"),
                edge(code, role, "runs-as"),
                edge(role, table, "may", { via: [{ urn: role.id, path: "inlinePolicies" }] }),
            );
            if (number % 3 === 0)
                findings.push(
                    findingOn(role.name, {
                        urn: role.id,
                        type: TYPES.role,
                        severity: team % 2 === 0 ? "critical" : "high",
                        at: "inlinePolicies",
                        location: { file: `src/${component}.ts`, line: number + 1, column: 1 },
                    }),
                );
        }
    }
    const drawing: Drawing = { nodes: nodes.slice(0, count), edges, ways: [], roles: [], networks: [] };
    const known = new Set(drawing.nodes.map(({ id }) => id));
    const within = edges.filter(({ from, to }) => known.has(from) && known.has(to));
    return reportOf({ resources: count, findings, drawing: { ...drawing, edges: within }, declared });
}
