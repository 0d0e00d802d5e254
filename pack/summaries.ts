import type { StackValidationPolicy } from "@pulumi/policy";
import { type Cause, causesOf } from "./causes";
import { ENVIRONMENT_KEY } from "./environment";
import {
    coverage,
    type Exemption,
    exemptionOf,
    exemptionProblem,
    isBrokenGlob,
    type StackExemption,
    stackExemptionOf,
} from "./exemptions";
import type { Phase } from "./host";
import type { JournalCheck } from "./journal";
import { printable } from "./message";
import {
    answerDrawing,
    answerLeastPrivilege,
    answerReach,
    drawingKey,
    leastPrivilegeQuestion,
    reachQuestion,
} from "./questions";
import type { AnyRule } from "./rule";
import type { Session } from "./run";
import { reportAtLevel, type StackResource, type WholeStack, wholeStack } from "./sdk";
import { SETTINGS_POLICY } from "./settings";
import type { GraphOf } from "./stack-policy";
import { nameIn, parseUrn } from "./urn";

export const EXEMPTIONS_POLICY = "exemptions";
export const UNDECIDED_POLICY = "undecided-checks";

const UNDECIDED_TITLE = "Checks that cannot be decided are named, not passed in silence.";

/** An engine's answer has a limit, and a reader's patience too. */
const MOST_LINES = 25;
const MOST_CHECKS = 6;
const MOST_RESOURCES = 3;

/** One line for each finding that was exempted, and what is wrong with exemptions. (An expired one is named by the finding that it no longer covers.) */
export function exemptionsPolicy(rules: readonly AnyRule[], session: Session): StackValidationPolicy {
    const ids = new Set(rules.map((rule) => rule.id));
    return {
        ...summary(EXEMPTIONS_POLICY, "Exemptions", "Exemptions are recorded with a reason, and end."),
        validateStack: (args, reportViolation) => {
            const { resources, root } = wholeStack(args.resources);
            const { urn } = root;
            const exempted = session.ledger.recorded("exempted");
            const lineOf = (check: JournalCheck) =>
                printable(`${check.policy} at ${nameOf(check)}: ${check.reason ?? ""}`);
            if (exempted.length > 0)
                reportViolation(list(`${count(exempted.length, "finding")} exempted:`, exempted, lineOf), urn);
            const { problems, unmatched } = judgedExemptions(session, ids, resources);
            for (const problem of problems) reportViolation(printable(problem), urn);
            if (unmatched.length > 0) {
                const [verb, whom] = unmatched.length === 1 ? ["names", "it exempts"] : ["name", "they exempt"];
                const head = `${count(unmatched.length, "exemption")} ${verb} no resource of this stack, so ${whom} nothing here:`;
                reportViolation(list(head, unmatched, printable), urn);
            }
            if (session.settings.stackExemptions && phaseOf(session, urn) === "audit")
                reportViolation(UNSEEN_EXEMPTIONS, urn);
        },
    };
}

const UNSEEN_EXEMPTIONS =
    "What the stack's own configuration exempts is not known here: a state does not hold it. A finding may be exempted there; exemptions in the pack's configuration hold.";

function judgedExemptions(session: Session, ids: ReadonlySet<string>, resources: readonly StackResource[]) {
    const problems: string[] = [];
    const unmatched: string[] = [];
    const judge = (place: string, exemption: Exemption) => {
        if (resources.some(coverage(exemption))) return;
        if (isBrokenGlob(exemption.resource))
            problems.push(`${place} matches nothing: a bracket of its glob does not close, or nothing fits it.`);
        else unmatched.push(`${place}: ${exemption.resource}`);
    };
    for (const [policy, { exemptions }] of session.configuration()) {
        if (!ids.has(policy) || !Array.isArray(exemptions)) continue;
        for (const [index, given] of (exemptions as unknown[]).entries()) {
            const place = `exemptions[${index}] of ${policy}`;
            const exemption = exemptionOf(given);
            if (exemption) judge(place, exemption);
            else problems.push(`${place} ignored: ${exemptionProblem(given, "resource and reason")}.`);
        }
    }
    const own = session.stackExemptions();
    if (own.length > 0 && !session.settings.stackExemptions) {
        problems.push(
            `${count(own.length, "exemption")} in the stack's configuration ignored: the pack's settings do not allow them (${SETTINGS_POLICY}.stackExemptions).`,
        );
    } else {
        for (const [index, given] of own.entries()) {
            const place = `aws-serverless-security:exemptions[${index}]`;
            const exemption = stackExemptionOf(given);
            if (exemption && ids.has(exemption.policy)) judge(place, exemption);
            else problems.push(`${place} ignored: ${stackExemptionProblem(given, exemption)}.`);
        }
    }
    return { problems, unmatched };
}

function stackExemptionProblem(given: unknown, exemption: StackExemption | undefined): string {
    return exemption ? "this pack has no policy of that name" : exemptionProblem(given, "policy, resource and reason");
}

/** Sums up, per stack, which checks wait for which inputs; always the last policy of the pack. */
export function undecidedPolicy(rules: readonly AnyRule[], session: Session, graphOf: GraphOf): StackValidationPolicy {
    const onResources = new Set(rules.filter(({ kind }) => kind === "resource").map(({ id }) => id));
    return {
        ...summary(UNDECIDED_POLICY, "Undecided checks", UNDECIDED_TITLE),
        validateStack: (args, reportViolation) => {
            const whole = wholeStack(args.resources);
            const { resources, root, isRead } = whole;
            const { urn } = root;
            const waiting = session.ledger.recorded("undecided");
            const strict = waiting.filter(({ severity }) => session.settings.undecidedIsMandatory.includes(severity));
            const rest = waiting.filter((check) => !strict.includes(check));
            const said = (checks: readonly JournalCheck[]) => undecidedSummary(checks, whole, session, onResources);
            if (strict.length > 0) {
                const message = `${UNDECIDED_TITLE}\n${said(strict)}`;
                reportAtLevel(reportViolation, { message, urn, enforcementLevel: "mandatory" });
            }
            if (rest.length > 0) reportViolation(said(rest), urn);
            if (!session.ledger.seesSecrets && resources.length > 0) reportViolation(UNSEEN_SECRETS, urn);
            const asked = reachQuestion();
            if (asked) session.ledger.tell(answerReach(graphOf(args), asked));
            const of = leastPrivilegeQuestion();
            if (of !== undefined) session.ledger.tell(answerLeastPrivilege(graphOf(args), of));
            const key = drawingKey();
            const drawing = key === undefined ? undefined : answerDrawing(graphOf(args), key);
            if (drawing) session.ledger.tell(drawing);
            session.ledger.tell({ kind: "reading", from: isRead ? "bytes" : "objects" });
            session.ledger.close();
        },
    };
}

const UNSEEN_SECRETS = `Which inputs are marked secret is not known here: what is a secret by its mark alone passes, and findings do not leave out the words of a secret document. Pulumi shows the marks only to a policy at level remediate.\nFix: give ${SETTINGS_POLICY} that level in the pack's configuration, also beside a level for all: "${SETTINGS_POLICY}": "remediate", or its settings with enforcementLevel: "remediate".`;

function undecidedSummary(
    checks: readonly JournalCheck[],
    { resources, root }: WholeStack,
    session: Session,
    onResources: ReadonlySet<string>,
): string {
    const phase = phaseOf(session, root.urn);
    const causes = causesOf(checks, resources, onResources);
    const lineOf = (cause: Cause) => printable(`${causeName(cause, root.urn)}: ${waitingFor(cause)}`);
    const policies = new Set(checks.map(({ policy }) => policy));
    const kinds = new Set(causes.map(({ kind }) => kind));
    const head =
        kinds.has("later") && phase === "preview" ? "values that this preview cannot know" : "what is not known here";
    const fixes = [...kinds].sort().map((kind) => `Fix: ${FIXES[kind](phase)}`);
    return [
        list(
            `${count(checks.length, "check")} of ${count(policies.size, "policy", "policies")} wait for ${head}:`,
            causes,
            lineOf,
        ),
        ...fixes,
    ].join("\n");
}

function causeName({ kind, place, sources }: Cause, stack: string): string {
    switch (kind) {
        case "environment":
            return `whether this is production, which the stack's name ${parseUrn(stack).stack} does not tell (it fits neither productionStacks nor developmentStacks)`;
        case "elsewhere":
            return `${place} (declared elsewhere)`;
        case "other-stack":
            return `${place} (of another stack, by ${shortened(sources, MOST_RESOURCES)})`;
        case "unreadable":
            return `${place} (cannot be read)`;
        case "withheld":
            return `${place} (a secret that was not decrypted)`;
        default:
            return sources.length === 0 ? place : `${place} (made of outputs of ${shortened(sources, MOST_RESOURCES)})`;
    }
}

/** The checks, most severe first; the resources are named where they are not only the one whose property is waited for. */
function waitingFor({ checks, owner }: Cause): string {
    const byPolicy = new Map<string, Map<string, string>>();
    for (const check of checks) {
        const names = byPolicy.get(check.policy) ?? new Map<string, string>();
        byPolicy.set(check.policy, names.set(check.urn, nameOf(check)));
    }
    const named = [...byPolicy].map(([policy, names]) =>
        [...names.keys()].every((urn) => urn === owner)
            ? policy
            : `${policy} at ${shortened([...new Set(names.values())], MOST_RESOURCES)}`,
    );
    return shortened(named, MOST_CHECKS, "policies");
}

const FIXES: Readonly<Record<Cause["kind"], (phase: Phase) => string>> = {
    later: (phase) =>
        ({
            preview:
                "for a program in Node, the pack's own command `aws-serverless-security check` gives every output a value and decides them now (README, In CI); for another program the first preview after an update does.",
            update: "preview this stack again after the update: then these values are known.",
            audit: "finish the update that this state is of, and export it again: these values are not in it.",
        })[phase],
    withheld: (phase) =>
        phase === "audit"
            ? "let Pulumi decrypt the state's secrets (its login or PULUMI_CONFIG_PASSPHRASE), or audit what `pulumi stack export --show-secrets` writes."
            : "give the program the secret itself, and not the text that stands for it.",
    unreadable: () =>
        "an asset, an archive or a secret is broken there (of an archive of an old state, only the hash may be left): give it anew.",
    elsewhere: () => "what another stack or program declares is judged there: run this pack there too.",
    told: () =>
        "what is in brackets says why it was not read: give it in a form that can be (a folder or a plain archive; its place by programFolder of the policy), or exempt the resource with a reason.",
    "other-stack": () =>
        "deploy the other stack first, so that its outputs are known; what it declares is judged there, by this pack too.",
    environment: (phase) =>
        phase === "audit"
            ? `name the stack in productionStacks or developmentStacks of ${SETTINGS_POLICY}: \`pulumi policy analyze\` hands over neither its tags nor its configuration.`
            : `say whether this stack is production: \`pulumi config set ${ENVIRONMENT_KEY} production\` (or development), a stack tag \`environment\`, or productionStacks and developmentStacks of ${SETTINGS_POLICY}.`,
};

function phaseOf(session: Session, urn: string): Phase {
    return session.phase(parseUrn(urn).stack);
}

function nameOf({ urn }: JournalCheck): string {
    return nameIn(urn);
}

function list<T>(head: string, of: readonly T[], lineOf: (one: T) => string): string {
    const more = of.length > MOST_LINES ? [`… and ${of.length - MOST_LINES} more`] : [];
    return [head, ...of.slice(0, MOST_LINES).map(lineOf), ...more].join("\n");
}

function shortened(names: readonly string[], most: number, what = ""): string {
    const more = names.length > most ? ` and ${names.length - most} more ${what}` : "";
    return `${names.slice(0, most).join(", ")}${more}`.trimEnd();
}

function count(number: number, one: string, many = `${one}s`): string {
    return `${number} ${number === 1 ? one : many}`;
}

function summary(name: string, displayName: string, description: string): Omit<StackValidationPolicy, "validateStack"> {
    return { name, displayName, description, severity: "low", enforcementLevel: "advisory" };
}
