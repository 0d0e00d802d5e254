import type { PolicyPackArgs, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import type { JournalEntry } from "./journal";
import { Ledger } from "./ledger";
import { resourcePolicy } from "./resource-policy";
import type { AnyRule } from "./rule";
import { newSession, type Session } from "./run";
import { shareDeserialization } from "./sdk";
import { settingsPolicy } from "./settings-policy";
import { graphPerTurn, stackPolicy } from "./stack-policy";
import { exemptionsPolicy, undecidedPolicy } from "./summaries";

export interface PackOptions {
    /** The exemptions in the stack's own configuration, as they were written. */
    readonly stackExemptions: Session["stackExemptions"];
    /** What the stack's own configuration says it is for; by default nothing. */
    readonly stackEnvironment?: Session["stackEnvironment"];
    readonly today?: () => Date;
    /** Where the journal goes; by default to the file that the environment names. */
    readonly journal?: (entries: readonly JournalEntry[]) => void;
}

/**
 * Rules become one pack. The settings come first, since each policy relies on them; the undecided summary comes last,
 * since it tells what all the others left open.
 */
export function packOf(rules: readonly AnyRule[], options: PackOptions): Pick<PolicyPackArgs, "policies"> {
    shareDeserialization();
    const { stackExemptions, stackEnvironment = () => undefined, today = () => new Date() } = options;
    const session = newSession({ ledger: new Ledger(options.journal), stackExemptions, stackEnvironment, today });
    const graphOf = graphPerTurn(session);
    const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
    const judging = sorted.map((rule): ResourceValidationPolicy | StackValidationPolicy =>
        rule.kind === "resource" ? resourcePolicy(rule, session) : stackPolicy(rule, session, graphOf),
    );
    return {
        policies: [settingsPolicy(session), ...judging, exemptionsPolicy(rules, session), undecidedPolicy(session)],
    };
}
