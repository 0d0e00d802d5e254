/**
 * The sentinels that stand for a value which a preview cannot know, one for each kind of value.
 * Source: @pulumi/policy 1.21.0, proxy.js; tests/values/sdk-proxy.test.ts holds them against the SDK's own proxy.
 */
const SENTINELS: ReadonlySet<string> = new Set([
    "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** What stands where the SDK could not read an asset, an archive or a secret; see pack/sdk.ts. */
export const UNREADABLE = "a7c7ad53-2f3c-4d9c-8a55-6f5d3e5c0a17";
/** What the engine writes in place of a secret that it cannot decrypt. Source: pulumi 3.260, pkg/backend/secrets/providers.go. */
export const WITHHELD = "[secret]";
/**
 * Texts that stand for a value, whoever wrote them: nobody means such a text itself. `[unknown]` is a value of an environment
 * that a preview does not open. Source: pulumi 3.260, pkg/workspace/config.go.
 */
const PLACEHOLDERS: ReadonlySet<string> = new Set([WITHHELD, "[unknown]", UNREADABLE]);

const SENTINEL_LENGTH = 36;
const ANY_SENTINEL = new RegExp([...SENTINELS].join("|"));

/** The sentinel of strings, for fixtures. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** True for a placeholder, a sentinel, and for a string that holds a sentinel, such as an ARN built around an unknown name. */
export function isUnknown(raw: unknown): boolean {
    if (typeof raw !== "string") return false;
    // Every text of a stack is asked about, some of them more than once: what cannot be one is told without reading it.
    if (raw.length < SENTINEL_LENGTH) return raw.charCodeAt(0) === BRACKET && PLACEHOLDERS.has(raw);
    return (holdsUuid(raw) && ANY_SENTINEL.test(raw)) || raw === UNREADABLE;
}

const BRACKET = "[".charCodeAt(0);

/** Whether it may hold a UUID, by the dashes of one. */
function holdsUuid(text: string): boolean {
    for (let dash = text.indexOf("-"); dash >= 0; dash = text.indexOf("-", dash + 1))
        if (text[dash + 5] === "-" && text[dash + 10] === "-" && text[dash + 15] === "-") return true;
    return false;
}

/** The part of a partly unknown string that is known to stand at its end; the whole string when it is known. */
export function knownSuffix(raw: string): string {
    if (PLACEHOLDERS.has(raw)) return "";
    const last = [...raw.matchAll(new RegExp(ANY_SENTINEL, "g"))].at(-1);
    return last ? raw.slice(last.index + last[0].length) : raw;
}

/** The part of a partly unknown string that is known to stand at its beginning; the whole string when it is known. */
export function knownPrefix(raw: string): string {
    if (PLACEHOLDERS.has(raw)) return "";
    const match = ANY_SENTINEL.exec(raw);
    return match ? raw.slice(0, match.index) : raw;
}
