/**
 * Three-valued logic: every judgement ends in yes, no, or undecided with the inputs it waits for.
 *
 * An answer never guesses: `all` is no as soon as one part is no, whatever the others wait for, and `any` is yes as soon
 * as one part is yes. So one unknown input delays a verdict only where it could change it.
 */
export type Answer =
    | { readonly is: "yes" }
    | { readonly is: "no" }
    | {
          readonly is: "undecided";
          /** Property paths of the inputs that would settle it, such as `policy` or `orders-role.inlinePolicies[0].policy`. */
          readonly awaits: readonly string[];
      };

export const yes: Answer = { is: "yes" };
export const no: Answer = { is: "no" };

export function undecided(...awaits: readonly string[]): Answer {
    return { is: "undecided", awaits };
}

export function answer(condition: boolean): Answer {
    return condition ? yes : no;
}

/** Yes when every part is; with no parts, yes. */
export function all(...parts: readonly Answer[]): Answer {
    return combine(parts, "no", yes);
}

/** Yes when some part is; with no parts, no. */
export function any(...parts: readonly Answer[]): Answer {
    return combine(parts, "yes", no);
}

export function not(part: Answer): Answer {
    if (part.is === "undecided") return part;
    return part.is === "yes" ? no : yes;
}

/** `all(not(condition), …)` reads badly; this is "a, unless b". */
export function unless(condition: Answer, exception: Answer): Answer {
    return all(condition, not(exception));
}

function combine(parts: readonly Answer[], decisive: "yes" | "no", otherwise: Answer): Answer {
    let awaits: Set<string> | undefined;
    for (const part of parts) {
        if (part.is === decisive) return part;
        if (part.is !== "undecided") continue;
        // What no input would settle stays open too: which address AWS chooses.
        awaits ??= new Set();
        for (const one of part.awaits) awaits.add(one);
    }
    return awaits ? { is: "undecided", awaits: [...awaits] } : otherwise;
}
