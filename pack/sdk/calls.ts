/** Which policies a call about one resource goes through. */
import type { PolicyNotApplicable } from "@pulumi/pulumi/proto/analyzer_pb";
import { type Level, levels } from "./configuration";

/** A call that has asked its request for the resource's type, and goes through the policies next. */
interface Call {
    readonly call: "analyze" | "remediate";
    readonly type: string;
}

let begun: Call | undefined;

/** A call goes through the policies in the turn in which it has asked; one that fails before that leaves nothing to the next. */
export function begin(call: Call): void {
    begun = call;
    queueMicrotask(forget);
}

function forget(): void {
    begun = undefined;
}

interface Policy {
    readonly name: string;
    readonly enforcementLevel?: Level;
    readonly validateResource?: unknown;
    readonly remediateResource?: unknown;
}

/**
 * The policies as a list that a call about one resource goes through in part, for the SDK spends more on those that do not apply than on those
 * that do. Whoever else goes through the list, and an SDK that goes about it otherwise, meets all of them.
 * - Of a policy of several types it makes all that it hands over before the policy can say that the resource is of none of them: so that one
 *   is left out for all others. `typesOf` tells the types; undefined where it is to be asked of all.
 * - Of a policy of one type it answers that it does not apply. One stand-in answers for all of these, once they have answered for themselves.
 * - A remediation asks each for its level, and goes on with those that are at level remediate.
 */
export function judgedByType<P extends Policy>(
    policies: readonly P[],
    typesOf: (policy: P) => ReadonlySet<string> | undefined,
): P[] {
    const plans = plansOf(policies, typesOf);
    return Object.defineProperty([...policies], Symbol.iterator, {
        value: () => {
            const call = begun;
            begun = undefined;
            return (call ? plans(call) : policies).values();
        },
    });
}

function plansOf<P extends Policy>(
    policies: readonly P[],
    typesOf: (policy: P) => ReadonlySet<string> | undefined,
): (call: Call) => readonly P[] {
    let configured = levels();
    let remediated: readonly P[] | undefined;
    let analyzed = new Map<string, Plan<P>>();
    return ({ call, type }) => {
        if (configured !== levels()) {
            configured = levels();
            remediated = undefined;
            analyzed = new Map();
        }
        if (call === "remediate") {
            remediated ??= policies.filter((policy) => mayRemediate(policy, configured));
            return remediated;
        }
        let plan = analyzed.get(type);
        if (!plan) {
            plan = new Plan(
                policies.filter((policy) => typesOf(policy)?.has(type) ?? true),
                type,
            );
            analyzed.set(type, plan);
        }
        return plan.policies;
    };
}

function mayRemediate(
    { name, enforcementLevel, remediateResource }: Policy,
    configured: ReadonlyMap<string, Level>,
): boolean {
    // What has no level of its own has the pack's, which nobody tells here.
    const level = configured.get(name) ?? enforcementLevel;
    return remediateResource !== undefined || level === undefined || level === "remediate";
}

/** The policies that are asked of resources of one type. */
class Plan<P extends Policy> {
    private readonly others: ReadonlySet<string>;
    private readonly own: readonly P[];
    private readonly all: readonly P[];
    private answers: Buffer | undefined;

    constructor(policies: readonly P[], type: string) {
        const isOther = ({ validateResource }: P) => {
            const only = onlyTypeOf(validateResource);
            return only !== undefined && only !== type;
        };
        this.others = new Set(policies.filter(isOther).map(({ name }) => name));
        const standIn = this.others.size === 0 ? [] : [standInFor(this) as unknown as P];
        this.own = [...policies.filter((one) => !isOther(one)), ...standIn];
        this.all = [...policies, ...standIn];
    }

    get policies(): readonly P[] {
        return this.answers ? this.own : this.all;
    }

    /** The bytes of the answers of all that do not apply for their type: as they are given when it is asked first. */
    answersOf(given: readonly PolicyNotApplicable[], write: (one: PolicyNotApplicable) => Buffer): Buffer {
        this.answers ??= Buffer.concat(given.filter((one) => this.others.has(one.getPolicyName())).map(write));
        return this.answers;
    }

    isStoodInFor(policy: string): boolean {
        return this.others.has(policy);
    }
}

/** How the SDK knows the type that a validation is for. */
function onlyTypeOf(validation: unknown): string | undefined {
    return (validation as { readonly __pulumiType?: string } | undefined)?.__pulumiType;
}

/** No resource has this type, so the SDK answers that the stand-in does not apply, by a name that no policy has. */
const NO_TYPE = " ";
const standIns = new Map<string, Plan<never>>();

function standInFor(plan: object): Policy {
    const name = `${NO_TYPE}${standIns.size}`;
    standIns.set(name, plan as Plan<never>);
    const validateResource = Object.assign(() => undefined, { __pulumiType: NO_TYPE });
    return { name, enforcementLevel: "advisory", validateResource };
}

/** Answers as they are to be written: in place of a stand-in, those that it stands for. */
export function withoutStandIns(
    given: readonly PolicyNotApplicable[],
    write: (one: PolicyNotApplicable) => Buffer,
): readonly Buffer[] {
    const standIn = given.at(-1);
    const plan = standIn && standIns.get(standIn.getPolicyName());
    if (!plan) return given.map(write);
    const answers = plan.answersOf(given, write);
    return [
        ...given
            .slice(0, -1)
            .filter((one) => !plan.isStoodInFor(one.getPolicyName()))
            .map(write),
        answers,
    ];
}
