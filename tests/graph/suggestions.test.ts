/** A fix that names a resource is run: what it says parses, names what there is or what is to be filled in, and mends the finding. */
import assert from "node:assert/strict";
import type { JournalCheck } from "../../pack/journal";
import { rules } from "../../policies";
import { mistakes } from "../corpus/bad-roles";
import { analyze } from "../support/analysis";
import { type RegisteredResource, register } from "../support/programs";

const programs = {
    ...Object.fromEntries(
        Object.entries(mistakes).map(([name, { program, stack = "dev" }]) => [name, { program, stack }]),
    ),
    ...Object.fromEntries(
        rules.flatMap((rule) =>
            rule.kind === "stack"
                ? [[`the bad example of ${rule.id}`, { program: rule.bad, stack: rule.exampleStack ?? "dev" }]]
                : [],
        ),
    ),
};

/** A whole statement, or a part of one. */
const STATEMENT = /(?<code>\{ Effect: .+? \})|Write (?<written>\{.+\})/;
const PART = /(?<part>Resource|Condition): (?<code>.+?)(?:, (?:where|or) .+?)?(?:\.$|\. | \(of )/;
/** Capitals stand for what the reader fills in. */
const PLACEHOLDERS: Readonly<Record<string, string>> = { REGION: "eu-west-1", ACCOUNT: "111122223333" };
const filledIn = (text: string) => text.replace(/\b[A-Z][A-Z_]{2,}\b/g, (word) => PLACEHOLDERS[word] ?? "example");

/** What a fix suggests to write into a statement, in a program where each resource is held by a variable of its name. */
function suggestionOf(fix: string, resources: readonly RegisteredResource[]): object | undefined {
    const { part, written, code = written } = (STATEMENT.exec(fix) ?? PART.exec(fix))?.groups ?? {};
    if (code === undefined) return undefined;
    const variables = Object.fromEntries(resources.map(({ name, outputs }) => [name.replaceAll("-", "_"), outputs]));
    const interpolate = (strings: TemplateStringsArray, ...values: unknown[]) =>
        String.raw({ raw: strings }, ...values);
    const evaluate = new Function(...Object.keys(variables), "pulumi", `"use strict"; return (${code});`);
    const value = evaluate(...Object.values(variables), { interpolate }) as object;
    const suggested = JSON.parse(filledIn(JSON.stringify(part === undefined ? value : { [part]: value }))) as object;
    const { Resource } = suggested as { Resource?: unknown };
    if (Resource !== undefined)
        for (const arn of [Resource].flat()) assert.match(String(arn), /^arn:[\w-]+:[\w-]+:/, code);
    return suggested;
}

/** The resource with the suggestion in the statement that the finding tells; undefined where it is about none. */
function mended(
    resource: RegisteredResource,
    { at, fact }: JournalCheck,
    suggested: object,
): RegisteredResource | undefined {
    const told = /statement (?:"(?<sid>\w+)"|(?<number>\d+))/.exec(fact)?.groups;
    const written = at.split(/[.[\]]+/).filter((step) => step !== "" && step !== "Statement");
    if (!told) return undefined;
    const change = (node: unknown, [step, ...rest]: readonly string[]): unknown => {
        if (typeof node === "string") return JSON.stringify(change(JSON.parse(node), []));
        const holder = node as Record<string, unknown>;
        if ("Statement" in holder) {
            const isTold = ({ Sid }: { Sid?: string }, index: number) =>
                told["sid"] === undefined ? index + 1 === Number(told["number"]) : Sid === told["sid"];
            const statements = [holder["Statement"]].flat() as { Sid?: string }[];
            const Statement = statements.map((one, index) => (isTold(one, index) ? { ...one, ...suggested } : one));
            return { ...holder, Statement };
        }
        if (Array.isArray(node)) return node.map((one, index) => (index === Number(step) ? change(one, rest) : one));
        return { ...holder, [step ?? ""]: change(holder[step ?? ""], rest) };
    };
    return { ...resource, outputs: change(resource.outputs, written) as Record<string, unknown> };
}

describe("what a fix suggests", () => {
    let tried = 0;
    for (const [name, { program, stack }] of Object.entries(programs)) {
        it(`mends what it is suggested for: ${name}`, async () => {
            const resources = register(program, stack, false);
            const { checks } = await analyze(rules, resources, { stack });
            for (const check of checks.filter(({ verdict }) => verdict === "violation")) {
                const { policy, urn, at, fix } = check;
                const suggested = suggestionOf(fix, resources);
                if (!suggested) continue;
                const changed = resources.map((one) => (one.urn === urn ? mended(one, check, suggested) : one));
                // An attached policy has no statement of its own to mend.
                if (changed.some((one) => one === undefined)) continue;
                const after = await analyze(rules, changed as readonly RegisteredResource[], { stack });
                const left = after.checks.filter((one) => one.policy === policy && one.urn === urn && one.at === at);
                assert.deepEqual(left, [], `${policy}: ${fix}`);
                tried += 1;
            }
        });
    }
    it("was tried", () => assert.ok(tried >= 20, `${tried}`));
});
