import { programName } from "../../aws";
import { exampleArn, letsInPlainText, listed, refusesPlainText, type Use, type Whom } from "../../iam";
import { type Answer, all, any, no, not, type Value } from "../../values";
import { codeOf, outputOf, whereNamed } from "../expression";
import type { HungPolicy } from "./hung-policies";

/** What of some uses is open to requests without TLS. */
export interface PlainTextUse {
    readonly when: Answer;
    readonly message: string;
    readonly fix: string;
}

/** Is one of the uses of what the policies hang on open to requests without TLS, whoever makes them? */
export function openToPlainText(hung: HungPolicy, uses: readonly Use[]): PlainTextUse {
    const refused = uses.map((use) => hung.some((policy) => refusesPlainText(policy, hung.target, use)));
    const open = uses.filter((_, index) => refused[index]?.is === "no").map(({ action }) => action);
    return told(not(all(...refused)), hung, uses, open.length < uses.length ? open : []);
}

/** Do the policies let one of these in who comes without TLS? Where none is given, they let in nobody, or everybody. */
export function letsInOverPlainText(
    hung: HungPolicy,
    uses: readonly Use[],
    whom: Whom,
    withoutPolicy: Answer = no,
): PlainTextUse {
    const lets = (policy: Value) => {
        if (policy.state === "absent") return withoutPolicy;
        return any(...uses.map((use) => letsInPlainText(policy, hung.target, use, whom)));
    };
    return told(not(hung.some((policy) => not(lets(policy)))), hung, uses, []);
}

/** Most have nothing to tell, and need no words. */
function told(when: Answer, hung: HungPolicy, uses: readonly Use[], some: readonly string[]): PlainTextUse {
    return when.is === "no"
        ? { when, message: "", fix: "" }
        : { when, message: saying(hung, some), fix: fixOf(hung, uses) };
}

function saying({ at }: HungPolicy, some: readonly string[]): string {
    if (at.state === "absent") return "absent, so requests without TLS are served like all others";
    if (some.length === 0) return "allows requests without TLS: no statement denies them to everybody";
    return `allows ${listed(some)} without TLS, though other requests without TLS are denied`;
}

/** The statement that denies it all, of this resource where the stack has it. */
function fixOf({ holder, at, denies, type }: HungPolicy, uses: readonly Use[]): string {
    const places = [...new Set(uses.map(({ below = "" }) => below))].sort();
    const named = holder ? places.map((below) => outputOf(holder, "arn", below)) : [];
    const resource = holder ? codeOf(named) : literalOf(uses, places);
    const statement = `{ Effect: "Deny", Principal: "*", Action: "${denies}", Resource: ${resource}, Condition: { Bool: { "aws:SecureTransport": "false" } } }`;
    return `Write ${statement} into ${at.state === "absent" ? `an ${programName(type)}` : "the policy"}${whereNamed(named)}.`;
}

function literalOf(uses: readonly Use[], places: readonly string[]): string {
    const itself = uses.find(({ below }) => below === undefined);
    const arn = (itself && exampleArn(itself.action)) ?? "*";
    const [first = "", ...more] = places.map((below) => JSON.stringify(arn + below));
    return more.length === 0 ? first : `[${[first, ...more].join(", ")}]`;
}
