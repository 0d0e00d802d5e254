/** What the pack says of its policies beyond what the analyzer protocol has fields for, to a host that asks. */
import { exampleText, programText } from "./example-text";
import { CATALOGUE_VARIABLE, type CataloguePolicy, writeJournal } from "./journal";
import { profileOf, standardLevel } from "./profile";
import { type AnyRule, typesOf } from "./rule";

/** Writes the catalogue to the journal, where the host asks for it: at the pack's start, since no call of the protocol does. */
export function tellCatalogue(rules: readonly AnyRule[], families: Readonly<Record<string, string>>): void {
    if (!process.env[CATALOGUE_VARIABLE]) return;
    const policies = rules.map((rule) => cataloguePolicy(rule, families[rule.id] ?? ""));
    writeJournal([{ kind: "catalogue", policies }]);
}

function cataloguePolicy(rule: AnyRule, family: string): CataloguePolicy {
    const { id, severity, title, why, fix, sources, frameworks, options = {}, strict = {} } = rule;
    return {
        id,
        family,
        severity,
        level: standardLevel(rule),
        profile: profileOf(rule),
        title,
        why,
        fix,
        sources,
        frameworks: frameworks.map((one) => ({ ...one })),
        types: typesOf(rule).map(({ token }) => token),
        options: Object.entries(options).map(([name, { schema, accepts, default: standard }]) => ({
            name,
            description: schema.description ?? "",
            accepts,
            standard,
            ...(Object.hasOwn(strict, name) && { strict: (strict as Readonly<Record<string, unknown>>)[name] }),
        })),
        ...examplesOf(rule),
    };
}

function examplesOf(rule: AnyRule): Pick<CataloguePolicy, "bad" | "good"> {
    if (rule.kind === "stack") return { bad: programText(rule.bad), good: programText(rule.good) };
    const token = typesOf(rule)[0]?.token ?? "";
    return { bad: exampleText(token, rule.bad), good: exampleText(token, rule.good) };
}
