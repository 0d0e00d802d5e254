/** What a finding says, in parts; a host that knows the parts shows them apart, Pulumi's own output shows the text. */
export interface Message {
    /** The property path the finding is about; empty for the resource as a whole. */
    readonly at: string;
    /** The fact found at this resource and its consequence. */
    readonly fact: string;
    readonly why: string;
    readonly fix: string;
}

/** The lines under the policy's title, which the SDK prints itself. */
export function messageText({ at, fact, why, fix }: Message): string {
    return `${at === "" ? capital(fact) : `${at}: ${fact}`}${/[.!?]$/.test(fact) ? "" : "."}\nWhy: ${why}\nFix: ${fix}`;
}

function capital(sentence: string): string {
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
