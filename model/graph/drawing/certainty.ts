import type { Answer } from "../../values";

/** What a line waits for; undefined where there is none. What no input would settle, such as an address that AWS chooses, is said so. */
export function awaited(answer: Answer): { readonly awaits?: readonly string[] } | undefined {
    if (answer.is === "no") return undefined;
    if (answer.is === "yes") return {};
    return { awaits: answer.awaits.length > 0 ? answer.awaits : [NO_INPUT] };
}

const NO_INPUT = "what AWS chooses";
