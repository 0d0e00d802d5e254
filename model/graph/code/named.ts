/** Resources of the stack by the ARNs that policies name them by, and what of them an action works on. */
import { type ResourceType, S3BucketObject, S3BucketObjectV2, S3ObjectCopy, standIns } from "../../aws";
import { serviceOf, worksOn } from "../../iam";
import { type Expression, outputOf } from "../expression";
import type { Resource } from "../resource";
import type { Stack } from "../stack";

/** The outputs that policies name resources by; an API's is not its ARN. */
const OUTPUTS = ["arn", "executionArn"];

/** Contents are named by what they are in. */
const CONTENTS: ReadonlySet<string> = new Set([S3BucketObject.token, S3BucketObjectV2.token, S3ObjectCopy.token]);

interface Named {
    readonly resource: Resource;
    readonly output: string;
    /** Of what is not made yet, one of its type. */
    readonly arn: string;
    readonly isMade: boolean;
}

/** Part of a resource that an action works on: the resource itself, what is below it, or both. */
export interface Part {
    readonly arn: string;
    readonly expression: Expression;
    readonly isMade: boolean;
}

/** The parts of a resource that the action works on; `tail`: what follows its ARN, where that is told. */
export function partsOf(stack: Stack, action: string, resource: Resource, tail?: string): readonly Part[] {
    return (namedBy(stack).get(resource) ?? []).flatMap(({ arn, output, isMade }) =>
        (tail === undefined ? tailsOf(action, arn) : [tail]).map((one) => ({
            arn: `${arn}${one}`,
            isMade,
            expression: outputOf(resource, output, one),
        })),
    );
}

/** The types of the stack's resources that the action works on. */
export function typesWorkedOn(stack: Stack, action: string): readonly ResourceType[] {
    return stack.onceFor(typesWorkedOn, action, () => findTypes(stack, action));
}

function findTypes(stack: Stack, action: string): readonly ResourceType[] {
    const samples = stack.once(findTypes, () => {
        const found = new Map<string, Named>();
        for (const named of [...namedBy(stack).values()].flat())
            if (!found.has(named.resource.type) && !CONTENTS.has(named.resource.type))
                found.set(named.resource.type, named);
        return [...found];
    });
    return samples.filter(([, { arn }]) => tailsOf(action, arn).length > 0).map(([token]) => ({ token }));
}

/** The resources of these types whose ARNs are so. */
export function ownersOf(
    stack: Stack,
    isWanted: (arn: string) => boolean,
    types: readonly ResourceType[],
): readonly Resource[] {
    const all = namedBy(stack);
    return stack
        .ofType<unknown>(...types)
        .filter((resource) => all.get(resource)?.some(({ arn, isMade }) => isMade && isWanted(arn)));
}

const TAILS = ["", "/*", ":*"];
const tails = new Map<string, readonly string[]>();

/** What may follow the ARN for the action to work on it: nothing; `/*` of a bucket's objects; `:*` of a group's streams. */
function tailsOf(action: string, arn: string): readonly string[] {
    const [, , service, , , ...rest] = arn.split(":");
    if (service !== serviceOf(action) && !SHARED.has(serviceOf(action) ?? "")) return [];
    const key = `${action} ${service} ${rest.join(":").replace(/[^:/]+$/, "")}`;
    const known = tails.get(key);
    if (known) return known;
    // Policies name a log group with what follows it, whatever is asked of it.
    const among = service === "logs" ? [":*"] : TAILS;
    const fitting = among.find((tail) => worksOn(action, `${arn}${tail}`));
    const found = fitting === undefined ? [] : [fitting];
    tails.set(key, found);
    return found;
}

/** Services whose actions work on resources of others. */
const SHARED: ReadonlySet<string> = new Set(["iam", "sts", "execute-api", "rds-data", "rds", "ssm", "tag", "bedrock"]);

function namedBy(stack: Stack): ReadonlyMap<Resource, readonly Named[]> {
    return stack.once(namedBy, () => {
        const found = new Map<Resource, Named[]>();
        const seen = new Set<string>();
        for (const resource of stack.resources) {
            if (!resource.type.startsWith("aws:")) continue;
            for (const output of OUTPUTS) {
                const told = resource.root.get(output);
                const text = told.text();
                const arn =
                    text ?? (output === "arn" && told.state === "unknown" ? standIns.get(resource.type) : undefined);
                // A version of a secret has the ARN of its secret; whoever is first in the order of URNs is the one it is a part of.
                if (arn === undefined || (text !== undefined && seen.has(text))) continue;
                if (text !== undefined) seen.add(text);
                found.set(resource, [
                    ...(found.get(resource) ?? []),
                    { resource, output, arn, isMade: text !== undefined },
                ]);
            }
        }
        return found;
    });
}
