import { EventSourceMapping, LogGroup, S3BucketObject, S3BucketObjectV2, S3ObjectCopy } from "../../aws";
import { arnFormats, exampleArn, resourceTypesOf } from "../../iam";
import { codeOf, type Expression, outputOf, whereNamed } from "../expression";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import type { Identity } from "./identities";

/** More than that are no suggestion: one would be taken without a look. */
const MOST_SUGGESTED = 3;
const OTHERWISE = "Name the ARNs that it is for.";

/**
 * The resource that a statement should name in place of a wildcard, as the line to write: resources of this stack that the action
 * works on, those first that the role's workloads are wired to; else the form of the ARN, whose capitals are to be filled in.
 */
export function narrowerResource(stack: Stack, identity: Identity, actions: readonly string[]): string {
    const wired = wiredTo(stack, identity);
    const suggested = new Map<string, Expression>();
    for (const action of actions) {
        const fitting = targetsOf(stack, action).filter(({ resource }) => isForOthers(identity, resource, wired));
        const meant = fitting.filter(({ resource }) => wired.has(resource));
        for (const one of meant.length > 0 ? meant : fitting) suggested.set(one.code, one);
    }
    const expressions = [...suggested.values()];
    const resources = new Set(expressions.map(({ resource }) => resource));
    if (resources.size > 0 && resources.size <= MOST_SUGGESTED)
        return `Name what it is for: Resource: ${codeOf(expressions)}${whereNamed(expressions)}.`;
    const form = actions.map(exampleArn).find((arn) => arn !== undefined);
    return form === undefined ? OTHERWISE : `Name what it is for: Resource: "${form}".`;
}

/** What the code under the role is given or fed by: what its workloads refer to, and the sources that are mapped to them. */
function wiredTo(stack: Stack, { workloads }: Identity): ReadonlySet<Resource> {
    const mapped = stack.once(wiredTo, mappingsOf);
    const given = workloads.flatMap(({ resource }) => resource.dependencies);
    const feeding = workloads.flatMap(({ resource }) => mapped.get(resource) ?? []);
    return new Set([...given, ...feeding.flatMap(({ dependencies }) => dependencies)]);
}

/** Event source mappings by all that they refer to. */
function mappingsOf(stack: Stack): ReadonlyMap<Resource, readonly Resource[]> {
    const found = new Map<Resource, Resource[]>();
    for (const mapping of stack.ofType<unknown>(EventSourceMapping)) {
        for (const used of mapping.dependencies) {
            const same = found.get(used);
            if (same) same.push(mapping);
            else found.set(used, [mapping]);
        }
    }
    return found;
}

/** What is deployed into a bucket is not what code asks for, no code calls itself, and a log group is its own function's. */
function isForOthers({ workloads }: Identity, resource: Resource, wired: ReadonlySet<Resource>): boolean {
    if (CONTENTS.has(resource.type) || workloads.some((one) => one.resource === resource)) return false;
    return resource.type !== LogGroup.token || wired.has(resource);
}

const CONTENTS: ReadonlySet<string> = new Set([S3BucketObject.token, S3BucketObjectV2.token, S3ObjectCopy.token]);

/** The resources of the stack that the action works on, or on something below them, as far as their ARNs are known. */
function targetsOf(stack: Stack, action: string): readonly Expression[] {
    const service = action.slice(0, action.indexOf(":"));
    const formats = resourceTypesOf(action).flatMap(({ type }) => arnFormats(service, type));
    const among = stack.once(targetsOf, byArnService);
    const services = new Set(formats.map((format) => format.split(":")[2] ?? ""));
    return [...services].flatMap((one) =>
        (among.get(one) ?? []).flatMap(({ arn, output, resource }) =>
            tailsFor(formats, arn)
                .filter((tail) => holds(resource, tail))
                .map((tail) => outputOf(resource, output, tail)),
        ),
    );
}

/** A table has only such indexes, and such a stream, as it is declared with. */
function holds({ root }: Resource, tail: string): boolean {
    if (tail.startsWith("/index/"))
        return ["globalSecondaryIndexes", "localSecondaryIndexes"].some((list) => root.get(list).items().length > 0);
    if (tail.startsWith("/stream/")) return root.get("streamEnabled").boolean() === true;
    return !/^\/(?:backup|export|import)\//.test(tail);
}

/** What may follow the ARN for one of the formats to fit: nothing, `/*` of a bucket's objects, `/index/*` of a table's indexes. */
function tailsFor(formats: readonly string[], arn: string): readonly string[] {
    const below = formats.flatMap((format) =>
        [...format.matchAll(/[/:]/g)].flatMap(({ index }) =>
            isOfFormat(format.slice(0, index), arn) ? [format.slice(index).replace(/\$\{\w+\}/g, "*")] : [],
        ),
    );
    return formats.some((format) => isOfFormat(format, arn))
        ? ["", ...below.filter((tail) => /^\/index\//.test(tail))]
        : below;
}

const expressions = new Map<string, RegExp>();

/** Is it an ARN of this format? Of names, only paths hold a slash. */
function isOfFormat(format: string, arn: string): boolean {
    let expression = expressions.get(format);
    if (!expression) {
        const source = format
            .replace(/[.*+?^()|[\]\\]/g, "\\$&")
            .replace(/\$\{(\w+)\}/g, (_, name: string) => (/Path|Slash/.test(name) ? ".+" : "[^:/]*"));
        expression = new RegExp(`^${source}$`);
        expressions.set(format, expression);
    }
    return expression.test(arn);
}

interface Named {
    readonly arn: string;
    readonly output: string;
    readonly resource: Resource;
}

/** The outputs that policies name resources by; an API's is not its ARN. */
const OUTPUTS = ["arn", "executionArn"];

function byArnService(stack: Stack): ReadonlyMap<string, readonly Named[]> {
    const found = new Map<string, Named[]>();
    const seen = new Set<string>();
    for (const resource of stack.resources) {
        for (const output of OUTPUTS) {
            const arn = resource.root.get(output).text();
            const service = arn?.split(":")[2];
            // A version of a secret has the ARN of its secret; whoever is first in the order of URNs is the one it is a part of.
            if (arn === undefined || service === undefined || seen.has(arn)) continue;
            seen.add(arn);
            const same = found.get(service);
            if (same) same.push({ arn, output, resource });
            else found.set(service, [{ arn, output, resource }]);
        }
    }
    return found;
}
