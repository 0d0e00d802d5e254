import type { Drawing, DrawnEdge, DrawnGrant, DrawnNode, DrawnWay } from "../../../gate/report/comparison/drawing";
import type { DrawnStack } from "../../../gate/report/comparison/nodes";

const TYPES: Readonly<Partial<Record<DrawnNode["kind"], readonly [string, string]>>> = {
    function: ["aws:lambda/function:Function", "Lambda function"],
    role: ["aws:iam/role:Role", "IAM role"],
    table: ["aws:dynamodb/table:Table", "DynamoDB table"],
    bucket: ["aws:s3/bucket:Bucket", "S3 bucket"],
    url: ["aws:lambda/functionUrl:FunctionUrl", "Function URL"],
    api: ["aws:apigatewayv2/api:Api", "HTTP API"],
};

export function urnOf(type: string, name: string, stack = "dev"): string {
    return `urn:pulumi:${stack}::shop::${type}::${name}`;
}

/** A resource's node; its name is its id but for the URN's beginning. */
export function resource(kind: DrawnNode["kind"], name: string, more: Partial<DrawnNode> = {}): DrawnNode {
    const [type = "aws:x/y:Z", kindName = kind] = TYPES[kind] ?? [];
    const urn = urnOf(type, name);
    return { id: urn, urn, type, kind, kindName, name, lane: 0, sub: "", parts: [], ...more };
}

export const internet: DrawnNode = {
    id: "outside:internet",
    lane: 0,
    kind: "internet",
    kindName: "",
    name: "The internet",
    sub: "",
    parts: [],
    isOutside: true,
};

export function everyTable(...covers: readonly DrawnNode[]): DrawnNode {
    return {
        ...internet,
        id: "wild:dynamodb:table",
        kind: "wild",
        name: "All tables",
        isWild: true,
        covers: covers.map(({ id }) => id),
    };
}

export function edge(
    from: DrawnNode,
    kind: DrawnEdge["kind"],
    to: DrawnNode,
    more: Partial<DrawnEdge> = {},
): DrawnEdge {
    const id = [from.id, kind, to.id, more.label, more.guard].join(" ");
    const says = `${from.name} ${kind} ${to.name}.`;
    return { id, from: from.id, to: to.id, kind, says, actions: [], levels: [], via: [], ...more };
}

type Target = DrawnNode | string | { readonly node: DrawnNode; readonly part: string };

export function grant(actions: string, on: Target | readonly Target[], more: Partial<DrawnGrant> = {}): DrawnGrant {
    const targets = [on].flat() as readonly Target[];
    return {
        urn: urnOf("aws:iam/rolePolicy:RolePolicy", "policy"),
        path: "policy",
        statement: "statement 1",
        effect: "Allow",
        actions: actions.split(" "),
        levels: [],
        resources: targets.map((one) => {
            if (typeof one === "string") return { pattern: one };
            return "node" in one ? { node: one.node.id, part: one.part } : { node: one.id };
        }),
        condition: [],
        ...more,
    };
}

export function way(edges: readonly DrawnEdge[], ...ends: readonly DrawnNode[]): DrawnWay {
    const nodes = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
    const isEnd = new Set(ends.map(({ id }) => id));
    return {
        id: `way ${edges[0]?.id}`,
        door: edges[0]?.id ?? "",
        chain: nodes.filter((id) => !isEnd.has(id)),
        ends: [...isEnd],
        nodes,
        edges: edges.map(({ id }) => id),
        closes: "Close it.",
        weight: 1,
    };
}

export function drawn(
    nodes: readonly DrawnNode[],
    {
        edges = [],
        ways = [],
        roles = [],
    }: {
        edges?: readonly DrawnEdge[];
        ways?: readonly DrawnWay[];
        roles?: readonly (readonly [DrawnNode, ...DrawnGrant[]])[];
    } = {},
    stack = "dev",
): DrawnStack {
    const drawing: Drawing = {
        nodes,
        edges,
        ways,
        roles: roles.map(([node, ...grants]) => ({ node: node.id, grants })),
        networks: [],
    };
    return { drawing, project: "shop", stack };
}
