import fc from "fast-check";
import type { CredentialFormat } from "../../model/secrets/formats";

/** Texts of an expression, always the same ones. What looks around in it is left out; negated classes give letters and digits. */
export function textsOf(expression: RegExp, count: number): readonly string[] {
    const plain = expression.source
        .replace(/\(\?<?[=!](?:[^()\\[]|\\.|\[[^\]]*\]|\((?:[^()]|\\.)*\))*\)/g, "")
        .replace(/\[\^[^\]]*\]/g, "[A-Za-z0-9_.]")
        .replace(/\\S/g, "[A-Za-z0-9_.]")
        // Of letters at random few are signs.
        .replace(/\\w/g, (word, at: number, all: string) => (/\[[^\]]*$/.test(all.slice(0, at)) ? "A-Za-z0-9_" : word))
        .replace(/A-Za-z0-9/g, "A-Za-z0-9".repeat(12))
        .replace(/\{(\d+),\}/g, (_, least) => `{${least},${Number(least) + 20}}`);
    if (plain === "" || plain === "(?:)") return Array.from({ length: count }, () => "");
    return fc.sample(fc.noBias(fc.stringMatching(new RegExp(`^(?:${plain})$`))), { numRuns: count, seed: 13 });
}

const kinds = [/[a-z]/, /[A-Z]/, /\d/];

/** What a vendor could have given out: letters of many sorts, and of the sorts that the shape has. */
export function tokensOf(
    { anchors, before = /(?:)/, rest, is = "random" }: CredentialFormat,
    count: number,
): readonly string[] {
    const heads = textsOf(before, count);
    const anchor = (index: number) => anchors[index % anchors.length] ?? "";
    return textsOf(rest, count)
        .map((tail, index) => ({ random: tail, text: `${heads[index]}${anchor(index)}${tail}` }))
        .filter(({ random }) => is === "any" || new Set(random).size > 6)
        .filter(({ random }) => is !== "mixed" || kinds.every((kind) => kind.test(random)))
        .map(({ text }) => text);
}
