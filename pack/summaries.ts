import type { Policy, ReportViolation, StackValidationPolicy } from "@pulumi/policy";
import { ENVIRONMENT_KEY } from "./environment";
import { isStackExemption } from "./exemptions";
import type { JournalCheck } from "./journal";
import type { AnyRule } from "./rule";
import type { Session } from "./run";
import { reportAtLevel } from "./sdk";
import { stackResource } from "./stack-policy";
import { parseUrn } from "./urn";

export const EXEMPTIONS_POLICY = "exemptions";
export const UNDECIDED_POLICY = "undecided-checks";

const UNDECIDED_TITLE = "Checks that this preview cannot decide are named, not passed in silence.";

/** An engine's answer has a limit, and a reader's patience too. */
const MOST_LINES = 25;
const MOST_PLACES = 3;

const DECIDE_OUTPUTS =
    "Fix: decide them now with `npx aws-serverless-security check`, which gives every output a value.";
const DECIDE_ENVIRONMENT = `Fix: say whether this stack is production: \`pulumi config set ${ENVIRONMENT_KEY} production\` (or development), a stack tag \`environment\`, or productionStacks and developmentStacks of pack-settings.`;

/**
 * One line for each finding that was exempted, one for each exemption of the stack's that cannot count. (An expired one is
 * named by the finding that it no longer covers.)
 */
export function exemptionsPolicy(rules: readonly AnyRule[], session: Session): StackValidationPolicy {
    const ids = new Set(rules.map((rule) => rule.id));
    return {
        ...summary(EXEMPTIONS_POLICY, "Exemptions", "Exemptions are recorded with a reason, and end."),
        validateStack: ({ resources }, reportViolation) => {
            const { urn } = stackResource(resources);
            const exempted = session.ledger.recorded("exempted");
            const lines = exempted.map(
                (check) => `${check.policy} at ${parseUrn(check.urn).name}: ${check.reason ?? ""}`,
            );
            if (lines.length > 0) {
                reportViolation([`${count(lines.length, "finding")} exempted:`, ...shortened(lines)].join("\n"), urn);
            }
            for (const problem of stackExemptionProblems(session, ids)) reportViolation(problem, urn);
        },
    };
}

function stackExemptionProblems(session: Session, ids: ReadonlySet<string>): readonly string[] {
    const given = session.stackExemptions();
    if (given.length === 0) return [];
    if (!session.settings.stackExemptions) {
        return [
            `${count(given.length, "exemption")} in the stack's configuration ignored: the pack's settings do not allow them (pack-settings.stackExemptions).`,
        ];
    }
    return given.flatMap((one, index) => {
        const place = `aws-serverless-security:exemptions[${index}]`;
        if (!isStackExemption(one))
            return [`${place} ignored: it needs policy, resource and reason; expires is YYYY-MM-DD.`];
        return ids.has(one.policy) ? [] : [`${place} ignored: this pack has no policy of that name.`];
    });
}

/** Sums up, per stack, which checks wait for which inputs; always the last policy of the pack. */
export function undecidedPolicy(session: Session): StackValidationPolicy {
    return {
        ...summary(UNDECIDED_POLICY, "Undecided checks", UNDECIDED_TITLE),
        validateStack: ({ resources }, reportViolation) => {
            const { urn } = stackResource(resources);
            const waiting = session.ledger.recorded("undecided");
            const strict = waiting.filter(({ severity }) => session.settings.undecidedIsMandatory.includes(severity));
            const rest = waiting.filter((check) => !strict.includes(check));
            reportSummary(strict, urn, reportViolation, "mandatory");
            reportSummary(rest, urn, reportViolation, undefined);
            session.ledger.close();
        },
    };
}

function reportSummary(
    checks: readonly JournalCheck[],
    urn: string,
    reportViolation: ReportViolation,
    level: "mandatory" | undefined,
): void {
    if (checks.length === 0) return;
    const byPolicy = grouped(checks);
    const lines = [...byPolicy].map(([policy, of]) => {
        const places = [...new Set(of.map((check) => `${parseUrn(check.urn).name} (${awaited(check)})`))];
        const more = places.length > MOST_PLACES ? `, and ${places.length - MOST_PLACES} more` : "";
        return `${policy}: ${places.slice(0, MOST_PLACES).join(", ")}${more}`;
    });
    const message = [
        `${count(checks.length, "check")} of ${count(byPolicy.size, "policy", "policies")} wait for values that this preview cannot know:`,
        ...shortened(lines),
        ...fixes(checks),
    ].join("\n");
    if (level === undefined) reportViolation(message, urn);
    else reportAtLevel(reportViolation, { message: `${UNDECIDED_TITLE}\n${message}`, urn, enforcementLevel: level });
}

function fixes(checks: readonly JournalCheck[]): readonly string[] {
    const isOnStack = (place: string) => place === ENVIRONMENT_KEY;
    const waits = checks.flatMap(({ awaits }) => awaits);
    return [
        ...(waits.every(isOnStack) ? [] : [DECIDE_OUTPUTS]),
        ...(waits.some(isOnStack) ? [DECIDE_ENVIRONMENT] : []),
    ];
}

function grouped(checks: readonly JournalCheck[]): ReadonlyMap<string, readonly JournalCheck[]> {
    const groups = new Map<string, JournalCheck[]>();
    for (const check of checks) groups.set(check.policy, [...(groups.get(check.policy) ?? []), check]);
    return groups;
}

function awaited(check: JournalCheck): string {
    const [first = "an input", ...more] = check.awaits;
    return more.length === 0 ? first : `${first} and ${more.length} more`;
}

function shortened(lines: readonly string[]): readonly string[] {
    if (lines.length <= MOST_LINES) return lines;
    return [...lines.slice(0, MOST_LINES), `… and ${lines.length - MOST_LINES} more`];
}

function count(number: number, one: string, many = `${one}s`): string {
    return `${number} ${number === 1 ? one : many}`;
}

function summary(name: string, displayName: string, description: string): Policy {
    return { name, displayName, description, severity: "low", enforcementLevel: "advisory" };
}
