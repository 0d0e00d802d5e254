/** `key: value`, with the key in quotes or not. */
const ENTRY = /^ *(?<quote>["']?)(?<key>[\w.-]+)\k<quote>:(?: +(?<said>.*?))? *$/;
/** A text in quotes, and a comment behind it. */
const QUOTED = /^(?<quote>["'])(?<text>.*?)\k<quote>(?: +#.*)?$/;
/** What YAML writes otherwise than as plain or quoted text: lists, mappings on one line, anchors, tags. */
const OTHER = /^["'[{&*!%@`-]/;

/**
 * The mappings and texts of a YAML document, all that short ones have; undefined where there is anything else in it.
 * Numbers and booleans stay text, which values are read from alike.
 */
export function plainYaml(text: string): Readonly<Record<string, unknown>> | undefined {
    return mappingOf(text.split(/\r?\n/).filter((line) => !/^\s*(?:#.*)?$|^---\s*$/.test(line)));
}

function mappingOf(lines: readonly string[]): Readonly<Record<string, unknown>> | undefined {
    const found: Record<string, unknown> = {};
    const indent = indentOf(lines[0]);
    let rest = lines;
    while (rest.length > 0) {
        const [line, ...more] = rest;
        const { key, said = "" } = ENTRY.exec(line ?? "")?.groups ?? {};
        if (key === undefined || indentOf(line) !== indent) return undefined;
        const end = more.findIndex((one) => indentOf(one) <= indent);
        const below = end < 0 ? more : more.slice(0, end);
        const value = /^[|>]/.test(said) ? below.join("\n") : valueIn(said, below);
        if (value === undefined) return undefined;
        found[key] = value;
        rest = more.slice(below.length);
    }
    return found;
}

function valueIn(said: string, below: readonly string[]): unknown {
    const quoted = QUOTED.exec(said)?.groups?.["text"];
    if (quoted !== undefined) return quoted;
    const plain = said.replace(/(?:^| +)#.*$/, "");
    if (below.length > 0) return plain === "" ? mappingOf(below) : undefined;
    return OTHER.test(plain) ? undefined : plain;
}

function indentOf(line = ""): number {
    return line.search(/[^ ]|$/);
}
