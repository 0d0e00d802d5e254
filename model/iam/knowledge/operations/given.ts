/**
 * The parameters that a call gives, by AWS's name; one that lies deeper by its path: `Entries[].EventBusName`, `RequestItems{}` for
 * the keys of a map. The value is the text where the code says it, `true` where the parameter is given for sure, `false` where
 * it may be left undefined at run time. Where paths below a parameter are named, they are all there are.
 */
export type Given = ReadonlyMap<string, string | boolean>;

/** Undefined: it cannot be told. */
export type Condition = (given: Given | undefined) => boolean | undefined;

/** Is this parameter, or one of these, given? */
export function given(...names: readonly string[]): Condition {
    return (call) => {
        const answers = names.map((name) => isGiven(call, name));
        if (answers.includes(true)) return true;
        return answers.includes(undefined) ? undefined : false;
    };
}

export function without(...names: readonly string[]): Condition {
    return (call) => {
        const answer = given(...names)(call);
        return answer === undefined ? undefined : !answer;
    };
}

/** Does the parameter's text match? */
export function says(name: string, pattern: RegExp): Condition {
    return (call) => {
        const value = call?.get(name);
        return typeof value === "string" ? pattern.test(value) : isGiven(call, name) === false ? false : undefined;
    };
}

/** Given, and not as a text that matches: another text, or one that is not known, is something to ask for. */
export function saysOtherThan(name: string, pattern: RegExp): Condition {
    return (call) =>
        typeof call?.get(name) === "string" ? !says(name, pattern)(call) : isGiven(call, name) && undefined;
}

/** Undefined: it cannot be told. */
export function isGiven(call: Given | undefined, name: string): boolean | undefined {
    if (call === undefined) return undefined;
    const own = call.get(name);
    if (own !== undefined) return own === false ? undefined : true;
    const paths = [...call.keys()];
    if (paths.some((path) => isBelow(path, name))) return true;
    return paths.some((path) => isBelow(name, path) && !paths.some((other) => isBelow(other, path)))
        ? undefined
        : false;
}

function isBelow(path: string, top: string): boolean {
    return path.startsWith(top) && /^[.[{]/.test(path.slice(top.length));
}
