import { createHash } from "node:crypto";

/** What a fingerprint is of: the policy, the resource by its URN, and the property. */
export interface Fingerprinted {
    readonly policy: string;
    readonly urn: string;
    readonly at?: string;
}

/**
 * The same for the same finding, from run to run: whatever lines stand above it, however the program calls its variables, in whatever order
 * lists are. A resource's name in the program is who it is; a stack's and a project's name tell dev from prod. Several findings of one
 * policy at one property's elements share one, and are counted.
 */
export function fingerprint({ policy, urn, at = "" }: Fingerprinted): string {
    return digest(policy, urn, withoutNumbers(at));
}

/** The same in every stack of the program. */
export function fingerprintAcrossStacks({ policy, urn, at = "" }: Fingerprinted): string {
    const [, , ...resource] = urn.split("::");
    return digest(policy, resource[0] === STACK ? STACK : resource.join("::"), withoutNumbers(at));
}

const STACK = "pulumi:pulumi:Stack";

/** `policy.Statement[2].Action[0]` is one of `policy.Statement[].Action[]`. */
function withoutNumbers(path: string): string {
    return path.replace(/\[\d+\]/g, "[]");
}

function digest(...parts: readonly string[]): string {
    return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

/** Findings with their fingerprints; of those that share one, each with its number, from 1. */
export function numbered<T extends Fingerprinted>(
    findings: readonly T[],
    of: (finding: T) => string = fingerprint,
): readonly { readonly finding: T; readonly fingerprint: string; readonly number: number }[] {
    const counts = new Map<string, number>();
    return findings.map((finding) => {
        const own = of(finding);
        const number = (counts.get(own) ?? 0) + 1;
        counts.set(own, number);
        return { finding, fingerprint: own, number };
    });
}
