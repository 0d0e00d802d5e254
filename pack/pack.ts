import type { PolicyPackArgs, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { type Host, silentHost } from "./host";
import type { JournalEntry } from "./journal";
import { Ledger } from "./ledger";
import { resourcePolicy, severalTypes } from "./resource-policy";
import { type AnyRule, stackPart } from "./rule";
import { newSession, type Session } from "./run";
import { judgedByType, takeOver } from "./sdk";
import { settingsPolicy } from "./settings-policy";
import { SEVERITIES } from "./severity";
import { type GraphOf, graphPerTurn, stackPolicy } from "./stack-policy";
import { exemptionsPolicy, undecidedPolicy } from "./summaries";

/** What the host is not known to tell is nothing. */
export interface PackOptions extends Partial<Host> {
    readonly today?: () => Date;
    /** Where the journal goes; by default to the file that the environment names. */
    readonly journal?: (entries: readonly JournalEntry[]) => void;
}

/**
 * Rules become one pack. The settings come first, since each policy relies on them; the undecided summary comes last,
 * since it tells what all the others left open.
 */
export function packOf(rules: readonly AnyRule[], options: PackOptions = {}): Pick<PolicyPackArgs, "policies"> {
    takeOver();
    const { today = () => new Date(), journal, ...host } = options;
    const session = newSession({ ...silentHost, ...host, ledger: new Ledger(journal), today });
    const graphOf = graphPerTurn(session);
    const judging = inOrder(rules).map((rule) => policyOf(rule, session, graphOf));
    const policies = [
        settingsPolicy(rules, session),
        ...judging,
        exemptionsPolicy(rules, session),
        undecidedPolicy(rules, session, graphOf),
    ];
    return { policies: judgedByType(policies, (policy) => severalTypes.get(policy)) };
}

/** A rule on single resources that asks the graph too is one policy with both ways in: the SDK goes through each for itself. */
function policyOf(
    rule: AnyRule,
    session: Session,
    graphOf: GraphOf,
): ResourceValidationPolicy | StackValidationPolicy | (ResourceValidationPolicy & StackValidationPolicy) {
    const part = stackPart(rule);
    const onStack = part && stackPolicy(part, session, graphOf);
    if (rule.kind === "stack") return onStack as StackValidationPolicy;
    const onResource = resourcePolicy(rule, session);
    return onStack ? Object.assign(onResource, { validateStack: onStack.validateStack }) : onResource;
}

/** The gravest first, for of findings with one cause that is who speaks; then by name. */
export function inOrder(rules: readonly AnyRule[]): readonly AnyRule[] {
    const rank = ({ severity }: AnyRule) => SEVERITIES.indexOf(severity);
    return [...rules].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}
