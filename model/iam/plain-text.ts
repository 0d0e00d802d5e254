/**
 * Requests without TLS, and whether a resource's policy refuses them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-securetransport
 */
import { type Answer, all, answer, any, no, not, undecided, type Value, yes } from "../values";
import { namesAction } from "./action";
import { holdsOf } from "./caller";
import { parsePolicy } from "./document";
import { canBeMet } from "./meeting";
import { PART } from "./pattern";
import type { Principal } from "./principal";
import { allows } from "./questions";
import { Region, type ResourceSet } from "./region";
import type { Condition, Statement } from "./statement";
import { refuses as speaksOf } from "./trust";

const EVERYONE: Principal = { kind: "everyone" };

/** What such a request says of itself. AWS's services call over TLS always, so none of theirs is such a request. */
const PLAIN = new Map<string, readonly string[]>([
    ["aws:securetransport", ["false"]],
    ["aws:principalisawsservice", ["false"]],
    ["aws:viaawsservice", ["false"]],
    // These a service tells of the resource that it calls for.
    ["aws:sourcearn", []],
    ["aws:sourceaccount", []],
    // It has no version of TLS: `NumericLessThan` holds of none, `NumericLessThanIfExists` does.
    ["s3:tlsversion", []],
]);

/** Whatever a policy hangs on, as far as its ARN is known. */
export interface Target {
    readonly service: string;
    /** All that comes before the name: `arn:aws:s3:::`; undefined where that is not known. */
    readonly head?: string | undefined;
    /** What comes after: a bucket's name, `file-system/fs-0a1b2c3d`; undefined where it is not known. */
    readonly name: string | undefined;
    /** How each such name begins: `file-system/`. */
    readonly beginning?: string;
    /** What would tell it. */
    readonly place: string;
}

/** An action, on the target itself or on what is below it: the objects of a bucket are at `/*`. */
export interface Use {
    readonly action: string;
    readonly below?: string;
}

/** Is whoever comes without TLS refused this use of the target? Whichever way the policy says it, in one statement or several. */
export function refusesPlainText(policy: Value, target: Target, { action, below = "" }: Use): Answer {
    const { statements, unknown } = parsePolicy(policy);
    const denials = statements
        .filter(({ effect }) => effect !== "Allow")
        .map((statement) => ({ statement, when: all(deniesPlainText(statement), namesAction(statement, action)) }))
        .filter(({ when }) => when.is !== "no");
    const hidden = unknown.map((place) => undecided(place));
    return any(...headsOf(target, statements).map((head) => covered(denials, target, head, below)), ...hidden);
}

/** Does the policy let one of them do it who comes without TLS? */
export function letsInPlainText(policy: Value, target: Target, use: Use, whom: Whom): Answer {
    const { statements, unknown } = parsePolicy(policy);
    const opened = statements
        .filter(({ conditions }) => canBeMet(conditions, { carries: PLAIN }))
        .map((statement) => {
            const hidden = [...statement.unknown, ...statement.conditions.flatMap((one) => one.unknown)];
            return all(
                whom(statement),
                allows(statement),
                namesAction(statement, use.action),
                ...hidden.map((place) => undecided(place)),
            );
        });
    return all(any(...opened, ...unknown.map((place) => undecided(place))), not(refusesPlainText(policy, target, use)));
}

/** Does a statement speak of some kind of caller? */
export type Whom = (statement: Statement) => Answer;

/** Whoever comes, with credentials or without. */
export const anybody: Whom = (statement) => any(answer(speaksOf(statement, EVERYONE)), hiddenAmong(statement));

/** Somebody who is no service of AWS: an account, a role, everybody. */
export const otherThanServices: Whom = (statement) => {
    const { principals } = statement;
    const isOther = principals?.members.some(
        (one) => one.kind !== "service" && !(one.kind === "unknown" && one.under === "service") && !isHidden(one),
    );
    return any(answer(principals?.not === true || isOther === true), hiddenAmong(statement));
};

/** Does it deny everybody whatever comes without TLS? A condition on anything else leaves some of it. */
function deniesPlainText(statement: Statement): Answer {
    const found = denying.get(statement) ?? refusing(statement);
    denying.set(statement, found);
    return found;
}

/** It is asked of each use. */
const denying = new WeakMap<Statement, Answer>();

function refusing(statement: Statement): Answer {
    const { conditions, unknown } = statement;
    return all(anybody(statement), ...conditions.map(isMetByPlainText), ...unknown.map((place) => undecided(place)));
}

/** A principal that is unknown as a whole may be a star; one under `AWS` is the ARN of somebody. */
function isHidden(principal: Principal): principal is Extract<Principal, { kind: "unknown" }> {
    return principal.kind === "unknown" && principal.under === undefined;
}

function hiddenAmong({ principals }: Statement): Answer {
    if (principals?.not) return no;
    return any(...(principals?.members ?? []).filter(isHidden).map(({ place }) => undecided(place)));
}

function isMetByPlainText(condition: Condition): Answer {
    const carried = PLAIN.get(condition.key);
    if (!carried) return no;
    const met = holdsOf(condition, carried);
    return met === "not known yet" ? undecided(...condition.unknown) : answer(met === "yes");
}

interface Denial {
    readonly statement: Statement;
    readonly when: Answer;
}

/** Do the denials together cover what has this ARN? What is unknown in them may be it, or not. */
function covered(
    denials: readonly Denial[],
    { name, place, beginning = "" }: Target,
    head: string,
    below: string,
): Answer {
    const arn = `${head}${name ?? beginning + PART.name}${below}`;
    const region = Region.among(undefined).within({ not: false, patterns: [arn] });
    const firm = denials.filter(({ when }) => when.is === "yes");
    // As nearly every policy has it, word for word.
    if (firm.some(({ statement }) => statement.resources?.patterns.includes(arn) && !statement.resources.not))
        return yes;
    if (firm.reduce((left, { statement }) => left.without(setOf(statement, false)), region).isEmpty) return yes;
    const possible = denials.map(({ statement }) => setOf(statement, true));
    const isPossible =
        name === undefined
            ? possible.some((set) => !region.within(set).isEmpty)
            : possible.reduce((left, set) => left.without(set), region).isEmpty;
    if (!isPossible) return no;
    const members = denials.flatMap(({ statement }) => statement.resources?.unknown ?? []).map((one) => one.place);
    const open = denials.flatMap(({ when }) => (when.is === "undecided" ? when.awaits : []));
    return undecided(...new Set([...open, ...members, ...(name === undefined ? [place] : [])]));
}

/** The resources of a statement, with those that it may have besides or without them. */
function setOf({ resources }: Statement, isGenerous: boolean): ResourceSet {
    if (!resources) return { not: false, patterns: ["*"] };
    const unknown = resources.unknown.map(({ prefix, suffix }) => `${prefix}*${suffix}`);
    const patterns = resources.not === isGenerous ? resources.patterns : [...resources.patterns, ...unknown];
    return { not: resources.not, patterns };
}

/** Where the target may be: where it is known to be, or else in each of the places that the policy speaks of. */
function headsOf({ head, service }: Target, statements: readonly Statement[]): readonly string[] {
    if (head !== undefined) return [head];
    const arns = statements
        .flatMap(({ resources }) => resources?.patterns ?? [])
        .map((pattern) => pattern.split(":").slice(0, 5))
        .filter((parts) => parts.length === 5 && parts[0] === "arn" && parts[2] === service);
    const named = arns.map((parts) => parts.map((part) => (/[*?$]/.test(part) ? PART.place : part)).join(":"));
    const anywhere = ["arn", PART.place, service, PART.place, PART.place].join(":");
    return [...new Set([...named, anywhere])].map((one) => `${one}:`);
}
