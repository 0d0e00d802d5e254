import type { ScalarTag } from "yaml";

/**
 * What the engine's YAML makes of plain scalars where YAML 1.2 has only texts or other numbers: a program is handed
 * the engine's reading, and so it is here. Measured with Pulumi 3.260; the rules are those of gopkg.in/yaml.v3.
 */
export const engineTags: readonly ScalarTag[] = [
    {
        tag: "tag:yaml.org,2002:timestamp",
        default: true,
        test: /^\d{4}-\d{1,2}-\d{1,2}(?:(?:[Tt]\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d))|(?: \d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?))?$/,
        resolve: (text) => renderedTime(text) ?? text,
    },
    {
        tag: "tag:yaml.org,2002:int",
        default: true,
        test: /^[-+]?(?:0[0-7_]+|0b[01_]+|[1-9][0-9]*_[0-9_]*)$/,
        resolve: (text) => legacyInteger(text.replaceAll("_", "")),
    },
];

/** `2099-12-31` becomes `2099-12-31 00:00:00 +0000 UTC`, as Go prints times; undefined for a day that no calendar has. */
function renderedTime(text: string): string | undefined {
    const parts =
        /^(\d+)-(\d+)-(\d+)(?:[Tt ](\d+):(\d+):(\d+)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))?)?$/.exec(text) ?? [];
    const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0));
    const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second));
    const rendered = Number.isNaN(date.getTime()) ? "" : date.toISOString();
    const isReal = date.getUTCMonth() + 1 === month && date.getUTCDate() === day && date.getUTCHours() === hour;
    if (!isReal || date.getUTCMinutes() !== minute || date.getUTCSeconds() !== second) return undefined;
    const fraction = (parts[7] ?? "").replace(/0+$/, "");
    const offset =
        parts[8] === undefined || `${parts[9]}${parts[10]}` === "0000"
            ? undefined
            : `${parts[8]}${parts[9]}${parts[10]}`;
    const zone = offset === undefined ? "+0000 UTC" : `${offset} ${offset}`;
    return `${rendered.slice(0, 10)} ${rendered.slice(11, 19)}${fraction === "" ? "" : `.${fraction}`} ${zone}`;
}

function legacyInteger(text: string): number {
    const [, sign = "", digits = ""] = /^([-+]?)(.*)$/.exec(text) ?? [];
    const value = digits.startsWith("0b")
        ? Number.parseInt(digits.slice(2), 2)
        : Number.parseInt(digits, digits.startsWith("0") ? 8 : 10);
    return sign === "-" ? -value : value;
}
