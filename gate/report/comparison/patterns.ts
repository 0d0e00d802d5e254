/** Patterns as IAM has them: `*` is any text, `?` one character. */

/** Does every text of `other`, itself a pattern, fit? */
export function includes(pattern: string, other: string): boolean {
    if (pattern === other || pattern === "*") return true;
    let [at, in_] = [0, 0];
    let star: readonly [number, number] | undefined;
    while (in_ < other.length) {
        const [wanted, given] = [pattern[at], other[in_]];
        if (wanted === "*") {
            star = [at, in_];
            at += 1;
        } else if (wanted !== undefined && (wanted === given || (wanted === "?" && given !== "*"))) {
            at += 1;
            in_ += 1;
        } else if (star) {
            // The last star takes one character more.
            star = [star[0], star[1] + 1];
            at = star[0] + 1;
            in_ = star[1];
        } else return false;
    }
    return /^\**$/.test(pattern.slice(at));
}

/** Is there a text that fits both? */
export function meet(a: string, b: string): boolean {
    if (a === b || a === "*" || b === "*") return true;
    // Which beginnings of `b` may stand where a beginning of `a` ends.
    let row = Array.from({ length: b.length + 1 }, (_, index) => /^\**$/.test(b.slice(0, index)));
    for (const one of a) {
        const next = [one === "*" && row[0] === true];
        for (let index = 0; index < b.length; index += 1) {
            const other = b[index];
            const [isAny, isOtherAny] = [one === "*", other === "*"];
            const isSame = one === other || one === "?" || other === "?";
            next.push(
                (isAny && (row[index + 1] === true || next[index] === true)) ||
                    (isOtherAny && (next[index] === true || row[index + 1] === true)) ||
                    (isSame && row[index] === true),
            );
        }
        row = next;
    }
    return row.at(-1) === true;
}
