import { networkPlacements } from "../../aws";
import { isEverything, matches } from "../../iam";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import type { End } from "./step";

/** What people call kinds of resources, where that is not the last word of the type. */
const KINDS: Readonly<Record<string, RegExp>> = {
    lambda: /^aws:lambda\/function:/,
    database: /^aws:(?:rds|docdb|neptune|dynamodb|memorydb|redshift)\/(?:instance|cluster|clusterInstance|table):/,
    cache: /^aws:(?:elasticache|memorydb|dax)\//,
    balancer: /^aws:(?:lb|alb|elb)\/loadBalancer:/,
    api: /^aws:(?:apigateway\/restApi|apigatewayv2\/api|appsync\/(?:graphQLApi|api)):/,
};

/**
 * The ends that a text names: `internet`; `*` for everything; a resource by its name in the program, its name in AWS or its URN;
 * `function:checkout` for one of a kind, which is the last word of a resource's type. A `*` in a name stands for any text.
 */
export function endsNamed(stack: Stack, text: string): readonly End[] {
    if (text === "internet") return ["internet"];
    const [, kind, name = ""] = /^(?:([a-zA-Z]\w*):(?!\/|:))?(.*)$/s.exec(text) ?? [];
    if (text.startsWith("urn:")) return stack.resources.filter(({ urn }) => urn === text);
    const fitting = new Set([...stack.types].filter((type) => type.includes("/") && isOfKind(type, kind)));
    return stack.resources.filter((resource) => fitting.has(resource.type) && isCalled(resource, name));
}

function isOfKind(type: string, kind: string | undefined): boolean {
    if (kind === undefined) return true;
    const word = kind.toLowerCase();
    if (word === "store") return networkPlacements.get(type)?.role === "store";
    const own = KINDS[word];
    if (own?.test(type)) return true;
    const last = (type.split(":")[2] ?? "").toLowerCase();
    return last === word || last === `${word}v2`;
}

const NAMES = ["name", "bucket", "identifier", "clusterIdentifier"];

function isCalled({ name, root }: Resource, text: string): boolean {
    if (isEverything(text)) return true;
    return [name, ...NAMES.flatMap((property) => root.get(property).text() ?? [])].some((one) => matches(text, one));
}
