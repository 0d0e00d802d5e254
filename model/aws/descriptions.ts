import { type Answer, all, filled, holds, no, not, type Value } from "../values";

/** What providers write where the program says nothing. */
const OF_PROVIDERS = /^\s*(?:managed by (?:pulumi|terraform|opentofu))?\s*$/i;

/** Does it say in words of its own what it is for? What is not known yet is somebody's words. */
export function isDescribed(what: Value): Answer {
    const description = what.get("description");
    if (what.state === "unknown" || description.state === "unknown") return filled(description);
    if (description.state === "absent") return no;
    return all(filled(description), not(holds(description, (text) => OF_PROVIDERS.test(text))));
}
