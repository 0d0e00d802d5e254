import type { Diagnostic } from "../host/types";

/**
 * How the pack's own summaries begin where they sum up what its journal lists one by one. What else those policies report
 * (exemptions that cannot count, secrets that nobody shows) is a finding like any other.
 */
const SUMMARIES: Readonly<Record<string, RegExp>> = {
    "undecided-checks": /^\d+ checks? of \d+ polic(?:y|ies) wait for /,
    exemptions: /^\d+ findings? exempted:/,
};

export function isSummary(diagnostic: Diagnostic, policy = diagnostic.policy): boolean {
    return diagnostic.policy === policy && (SUMMARIES[policy]?.test(withoutTitle(diagnostic)) ?? false);
}

/** The same in a message of which only the text is left, from where it sums up; undefined where it does not. */
export function summaryIn(policy: string, message: string): string | undefined {
    const lines = message.split("\n");
    const head = lines.findIndex((line) => SUMMARIES[policy]?.test(line));
    return head < 0 ? undefined : lines.slice(head).join("\n");
}

/** The message alone: the SDK puts the policy's description before it. */
export function withoutTitle({ description, message }: Diagnostic): string {
    return message.startsWith(`${description}\n`) ? message.slice(description.length + 1) : message;
}
