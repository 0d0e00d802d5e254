import type { PlainTextKind } from "../model/aws";
import {
    type Exposure,
    exposuresIn,
    type Fact,
    isPlain,
    type OpenText,
    type Stack,
    suspectsElsewhere,
    suspectsOf,
} from "../model/graph";
import type { Value } from "../model/values";
import type { Program } from "./example";
import type { Judgement, ResourceContext, StackJudgement } from "./rule";

/** Both halves of a policy on texts that lie open. */
interface OnPlainText {
    /** What a text looks like. Of what is not known yet the graph speaks. */
    check(inputs: unknown, context: Pick<ResourceContext<never>, "type" | "root" | "urn">): Iterable<Judgement>;
    /** Where a value came from. */
    readonly inStack: {
        readonly needs: Fact<readonly Exposure[]>;
        readonly bad: Program;
        check(stack: Stack): Iterable<StackJudgement>;
    };
}

/** What policies find in one place of a resource has one cause: they all speak of the secret there. */
export function placeCause(urn: string, at: Value): string {
    return `${urn} ${at.path}`;
}

/** Judges the places of one kind: no text there looks like a secret, none came from one, none is marked as one. */
export function onPlainText(kind: PlainTextKind, bad: Program): OnPlainText {
    // What stands nowhere else is configuration, of whatever type.
    const textsIn = (type: string, root: Value): readonly OpenText[] => {
        const texts = suspectsOf(kind, type, root);
        const elsewhere = kind === "function" ? [] : suspectsElsewhere(type, root);
        return elsewhere.length === 0 ? texts : [...texts, ...elsewhere];
    };
    const exposures = exposuresIn(kind);
    return {
        *check(_inputs, { type, root, urn }) {
            for (const text of textsIn(type, root)) {
                if (!isPlain(text)) continue;
                const { is, what, standIn, at, fix } = text;
                const cause = placeCause(urn, at);
                const weight = standIn && ({ severity: "low" } as const);
                yield {
                    when: is,
                    at,
                    message: `holds ${what}`,
                    cause,
                    ...weight,
                    ...(fix && { fix, isFixOfPlace: true as const }),
                };
            }
        },
        inStack: {
            needs: exposures,
            bad,
            *check(stack) {
                for (const { is, what, resource, at, fix } of exposures(stack)) {
                    const cause = placeCause(resource.urn, at);
                    yield {
                        resource,
                        when: is,
                        at,
                        message: `holds ${what}`,
                        cause,
                        ...(fix && { fix, isFixOfPlace: true as const }),
                    };
                }
            },
        },
    };
}
