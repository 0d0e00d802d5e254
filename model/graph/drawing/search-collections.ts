/**
 * Collections of OpenSearch Serverless: who reaches them, by network policies, and who may read and write, by data access policies.
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-network.html
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html
 */
import {
    OpenSearchServerlessAccessPolicy,
    OpenSearchServerlessCollection,
    OpenSearchServerlessSecurityPolicy,
} from "../../aws";
import { listed, matches, parsePrincipal } from "../../iam";
import { type Answer, all, any, holds, isTrue, some, type Value } from "../../values";
import type { Resource } from "../resource";
import type { Canvas } from "./canvas";
import { awaited } from "./certainty";
import type { AccessLevel } from "./drawing";
import { inOrder } from "./lines";
import { anyAccount, internet } from "./outside";
import { roleNode } from "./principals";

type Rules = Value<readonly unknown[]>;

export function drawSearchCollections(canvas: Canvas): void {
    const collections = canvas.stack.ofType<unknown>(OpenSearchServerlessCollection);
    for (const policy of canvas.stack.ofType<unknown>(OpenSearchServerlessSecurityPolicy))
        for (const rule of rulesOf(policy))
            for (const collection of collections) reached(canvas, { policy, rule, collection });
    for (const policy of canvas.stack.ofType<unknown>(OpenSearchServerlessAccessPolicy))
        for (const rule of rulesOf(policy))
            for (const collection of collections) readBy(canvas, { policy, rule, collection });
}

interface Asked {
    readonly policy: Resource;
    readonly rule: Value;
    readonly collection: Resource;
}

function rulesOf({ root }: Resource): readonly Value[] {
    const at = root.get("policy");
    return ((at.json() ?? at) as Rules).items() as readonly Value[];
}

function reached(canvas: Canvas, { policy, rule, collection }: Asked): void {
    const to = canvas.idOf(collection);
    const isMeant = any(...entriesOf(rule).map((entry) => names(entry, collection)));
    const certain = awaited(all(isTrue(rule.get("AllowFromPublic"), false), isMeant));
    if (to === undefined || !certain) return;
    canvas.line({
        from: internet(canvas),
        to,
        kind: "calls",
        says: `Anyone on the internet reaches ${collection.name}: only its data access policies stand before it.`,
        guard: "a data access policy",
        via: [{ urn: policy.urn, path: "policy" }],
        closes: "Set AllowFromPublic: false and name endpoints: SourceVPCEs: [endpoint.id].",
        ...certain,
    });
}

/** Of its indexes too: who reads these reads what the collection holds. */
function readBy(canvas: Canvas, { policy, rule, collection }: Asked): void {
    const to = canvas.idOf(collection);
    if (to === undefined) return;
    const entries = entriesOf(rule).filter((entry) => names(entry, collection).is !== "no");
    const isSecret = policy.root.get("policy").secret;
    const permissions = entries.flatMap((entry) => textsOf(entry.get("Permission")));
    const actions = isSecret ? [] : [...new Set(permissions.filter((one) => PERMISSION.test(one)))].sort();
    if (entries.length === 0) return;
    const isMeant = any(...entries.map((entry) => names(entry, collection)));
    for (const principal of (rule.get("Principal") as Rules).items() as readonly Value[]) {
        const who = parsePrincipal(principal.text() ?? "");
        const isEveryone = who.kind === "everyone";
        if (!isEveryone && (who.kind !== "arn" || who.arn === "")) continue;
        const from = isEveryone ? anyAccount(canvas) : roleNode(canvas, who.arn);
        const what = actions.length > 0 ? listed(actions) : "do what a data access policy allows";
        const certain = awaited(isMeant);
        if (!certain || from === to) continue;
        canvas.line({
            from,
            to,
            kind: "may",
            says: `${isEveryone ? "Everyone, of any AWS account," : canvas.nameOf(from)} may ${what} on ${collection.name}, by a data access policy.`,
            actions,
            levels: inOrder(actions.flatMap(levelsOf)),
            via: [{ urn: policy.urn, path: "policy" }],
            ...(isEveryone && { isOpen: true as const, closes: "Name in Principal the roles that need it." }),
            ...certain,
            apart: isEveryone ? "open" : "",
        });
    }
}

const PERMISSION = /^aoss:[A-Za-z*]+$/;

/** These permissions are no actions of IAM's. By their verbs: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html#serverless-data-supported-permissions */
const LEVELS: Readonly<Record<string, AccessLevel>> = {
    Describe: "List",
    Read: "Read",
    Create: "Write",
    Update: "Write",
    Write: "Write",
    Execute: "Write",
    Delete: "Delete",
};

function levelsOf(permission: string): readonly AccessLevel[] {
    const [, verb = ""] = /^aoss:([A-Z][a-z]*)/.exec(permission) ?? [];
    const level = LEVELS[verb];
    return level === undefined ? ["List", "Read", "Write", "Delete"] : [level];
}

function entriesOf(rule: Value): readonly Value[] {
    return (rule.get("Rules") as Rules).items() as readonly Value[];
}

/** `collection/orders`, or `index/orders/*`; either with stars. */
function names(entry: Value, { root, name }: Resource): Answer {
    const called = root.get("name").text() ?? name;
    const isIt = (text: string) => {
        const [, kind, pattern = ""] = /^(collection|index)\/([^/]*)/.exec(text) ?? [];
        return kind !== undefined && matches(pattern, called);
    };
    return some(entry.get("Resource") as Rules, (one: Value) => holds(one, isIt));
}

function textsOf(list: Value): readonly string[] {
    return list.items().flatMap((one) => (one as Value).text() ?? []);
}
