import type { Stack } from "../model/graph";
import type { JournalCheck } from "./journal";
import { SEVERITIES, type Severity } from "./severity";

interface Spoken {
    readonly cause: number;
    readonly policy: string;
    readonly severity: Severity;
}

/**
 * Of the findings with one cause, such as one statement of a policy, the gravest speaks; the others are reported too, each by its
 * own policy and at its own level, and say with whom they are one. Rules run by their severity, so the gravest comes first.
 */
export class Speakers {
    private readonly spoken: Map<unknown, Spoken>;
    private readonly exempted: Map<unknown, JournalCheck>;
    /** Who has spoken of a resource alone. */
    private readonly told: Map<unknown, ReadonlySet<string>>;

    /** After those that have spoken before, of resources alone. */
    constructor(before?: Speakers) {
        this.spoken = new Map(before?.spoken);
        this.exempted = new Map(before?.exempted);
        this.told = new Map(before?.told);
    }

    /**
     * A finding on a resource alone, judged before the stack: it speaks for its cause, also when it is judged again; what exempts
     * it exempts what the stack's policies find of that cause.
     */
    said(check: JournalCheck, cause: unknown): JournalCheck {
        if (cause === undefined) return check;
        if (check.verdict === "exempted") this.exempted.set(cause, check);
        if (check.verdict !== "violation") return check;
        this.told.set(cause, new Set(this.told.get(cause)).add(check.policy));
        return this.joined(check, cause);
    }

    /** Has this policy spoken of the cause already, of a resource alone? Then the stack need not tell it again. */
    hasSaid(policy: string, cause: unknown): boolean {
        if (cause === undefined) return false;
        return this.told.get(cause)?.has(policy) === true || this.exempted.get(cause)?.policy === policy;
    }

    /** The violation, with the policy that has spoken of its cause as gravely; else this one is who speaks of it from now on. */
    heard(check: JournalCheck, cause: unknown): JournalCheck {
        if (check.verdict !== "violation" || cause === undefined) return check;
        const exempted = this.exempted.get(cause);
        if (exempted?.reason !== undefined) return { ...check, verdict: "exempted", reason: exempted.reason };
        const before = this.spoken.get(cause);
        const joined = this.joined(check, cause);
        const isOwn = before?.policy === check.policy && this.spoken.get(cause) === before;
        return isOwn ? { ...joined, with: check.policy } : joined;
    }

    private joined(check: JournalCheck, cause: unknown): JournalCheck {
        const { policy, severity } = check;
        const speaker = this.spoken.get(cause);
        const numbered = { ...check, cause: speaker?.cause ?? this.spoken.size };
        if (!speaker || SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(speaker.severity)) {
            this.spoken.set(cause, { cause: numbered.cause, policy, severity });
            return numbered;
        }
        if (speaker.policy === policy) return numbered;
        const note = [...(check.note === undefined ? [] : [check.note]), `one cause with ${speaker.policy}`].join("; ");
        return {
            ...numbered,
            with: speaker.policy,
            note,
            message: `${check.message}\nNote: one cause with ${speaker.policy}.`,
        };
    }
}

const speakers = new WeakMap<Stack, Speakers>();

/** Those of one analysis. */
export function speakersOf(stack: Stack, before: Speakers): Speakers {
    const found = speakers.get(stack) ?? new Speakers(before);
    speakers.set(stack, found);
    return found;
}
