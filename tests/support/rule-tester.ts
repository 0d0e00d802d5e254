import assert from "node:assert/strict";
import { type Row, valuesAt } from "../../model/aws";
import { Value } from "../../model/values";
import { type Declaration, declare, type Example, type Program } from "../../pack/example";
import type { JournalCheck, JournalEntry } from "../../pack/journal";
import { packOf } from "../../pack/pack";
import { type AnyRule, stackPart, typesOf } from "../../pack/rule";
import { SETTINGS_POLICY } from "../../pack/settings";
import type { Severity } from "../../pack/severity";
import { parseUrn } from "../../pack/urn";
import { Analyzer } from "./analyzer";
import { refersToOutputs, register } from "./programs";

/** What a case gives: a resource's inputs, a declared resource (where the rule judges several types), or a program. */
export type Given = Example | Declaration | Program;

export interface Setting {
    readonly given: Given;
    /** The rule's options. */
    readonly options?: object;
    /** The pack's settings. */
    readonly settings?: object;
    /** The stack's name; that of the rule's examples unless said. */
    readonly stack?: string;
    readonly tags?: Readonly<Record<string, string>>;
    /** What the stack's own configuration says it is for. */
    readonly environment?: string;
    /** The day on which it is judged, as `2026-11-28`; today unless said. */
    readonly today?: string;
}

export interface InvalidCase extends Setting {
    /** Where: a property path, with `NAME: ` before it in a program; the resource alone is the empty path. */
    readonly reports: readonly string[];
    /** Their severities, in the order of the places, where they are part of what the case shows. */
    readonly weighs?: readonly Severity[];
}

export interface UndecidedCase extends Setting {
    /** The places waited for, of all undecided checks together. */
    readonly awaits: readonly string[];
}

export interface Cases {
    readonly valid: Readonly<Record<string, Given | Setting>>;
    readonly invalid: Readonly<Record<string, InvalidCase>>;
    readonly undecided?: Readonly<Record<string, UndecidedCase>>;
}

/** A table of a rule's cases, each a mocha test; the rule's own examples are two of them. */
export function testRule(rule: AnyRule, cases: Cases): void {
    describe(rule.id, () => {
        it("reports its bad example exactly once", async () => {
            assert.equal((await outcome(rule, { given: exampleOf(rule, rule.bad) })).violations.length, 1);
        });
        if (rule.kind === "resource" && rule.inStack) {
            const { bad } = rule.inStack;
            it("reports its bad example of what only the graph tells exactly once", async () => {
                assert.equal((await outcome(rule, { given: bad })).violations.length, 1);
            });
        }
        it("does not report its good example", async () => {
            assert.deepEqual(await outcome(rule, { given: exampleOf(rule, rule.good) }), nothing);
        });
        for (const [name, given] of Object.entries(cases.valid)) {
            it(`valid: ${name}`, async () => {
                assert.deepEqual(await outcome(rule, settingOf(given)), nothing);
            });
        }
        for (const [name, invalid] of Object.entries(cases.invalid)) {
            it(`invalid: ${name}`, async () => {
                const { violations, failures, severities } = await outcome(rule, invalid);
                assert.deepEqual(failures, []);
                assert.deepEqual(violations, [...invalid.reports].sort());
                if (invalid.weighs) assert.deepEqual(severities, invalid.weighs);
            });
        }
        for (const [name, undecided] of Object.entries(cases.undecided ?? {})) {
            it(`undecided: ${name}`, async () => {
                const { violations, failures, awaits } = await outcome(rule, undecided);
                assert.deepEqual([...violations, ...failures], []);
                assert.deepEqual(awaits, [...undecided.awaits].sort());
            });
        }
        if (stackPart(rule)) testUnknownOutputs(rule, cases);
        testRows(rule, cases);
    });
}

/**
 * The same programs as a first preview sees them, with every output unknown: what is valid is never reported, and what is
 * invalid never passes in silence.
 */
function testUnknownOutputs(rule: AnyRule, cases: Cases): void {
    const referring = (given: Given | Setting) => refersToOutputs(programOf(rule, settingOf(given).given));
    for (const [name, given] of Object.entries(cases.valid)) {
        if (!referring(given)) continue;
        it(`valid, outputs unknown: ${name}`, async () => {
            const { violations, failures } = await outcome(rule, settingOf(given), true);
            assert.deepEqual([...violations, ...failures], []);
        });
    }
    for (const [name, invalid] of Object.entries(cases.invalid)) {
        if (!referring(invalid)) continue;
        it(`invalid, outputs unknown: ${name}`, async () => {
            const { violations, failures, awaits } = await outcome(rule, invalid, true);
            assert.deepEqual(failures, []);
            assert.notDeepEqual([...violations, ...awaits], [], "neither reported nor named as undecided");
        });
    }
}

/** Each row of a rule on settings has a case that says what is good at its place, and one that is reported there. */
function testRows(rule: AnyRule, cases: Cases): void {
    const given = (all: Cases["valid"]) =>
        Object.values(all).flatMap((one) => Object.values(programOf(rule, settingOf(one).given)));
    const isOf =
        ({ type }: Row) =>
        (declared: Declaration) =>
            declared.type.token === type.token;
    const says = ({ inputs }: Declaration, path: string) =>
        path === "" || valuesAt(new Value(inputs), path).some(({ state }) => state !== "absent");
    const plain = (path: string) => path.replace(/\[\d+\]/g, "[]").replaceAll("{}", "");
    for (const row of rule.rows ?? []) {
        for (const path of row.paths) {
            it(`has a good and a bad case: ${row.type.token} ${path}`, () => {
                assert.ok(
                    given(cases.valid).some((declared) => isOf(row)(declared) && says(declared, path)),
                    "no good case",
                );
                const bad = Object.values(cases.invalid).filter(({ reports }) =>
                    reports.some((at) => plain(at).endsWith(plain(path))),
                );
                assert.ok(
                    bad.some((one) => Object.values(programOf(rule, one.given)).some(isOf(row))),
                    "no bad case",
                );
            });
        }
    }
}

export interface Outcome {
    readonly violations: readonly string[];
    /** Of the violations, in their order. */
    readonly severities: readonly Severity[];
    readonly awaits: readonly string[];
    readonly failures: readonly string[];
}

const nothing: Outcome = { violations: [], severities: [], awaits: [], failures: [] };

/** Runs one case and says what came of it; the diagnostics must agree with the journal. */
export async function outcome(rule: AnyRule, setting: Setting, unknownOutputs = false): Promise<Outcome> {
    const program = programOf(rule, setting.given);
    const journal: JournalEntry[] = [];
    const pack = packOf([rule], {
        stackExemptions: () => [],
        stackEnvironment: () => setting.environment,
        ...(setting.today !== undefined && { today: () => new Date(`${setting.today}T12:00:00Z`) }),
        journal: (entries) => journal.push(...entries),
    });
    const configuration = { [rule.id]: setting.options ?? {}, [SETTINGS_POLICY]: setting.settings ?? {} };
    const analyzer = new Analyzer(pack, configuration, new Map(Object.entries(setting.tags ?? {})));
    const diagnostics = await analyzer.run(
        register(program, setting.stack ?? rule.exampleStack ?? "dev", unknownOutputs),
    );
    const checks = journal.filter((entry): entry is JournalCheck => entry.kind === "check");
    const reported = checks.filter(({ verdict }) => verdict === "violation" || verdict === "failed");
    assert.deepEqual(
        diagnostics
            .filter(({ policy }) => policy === rule.id)
            .map(({ message }) => message)
            .sort(),
        reported.map(({ message }) => `${rule.title}\n${message}`).sort(),
    );
    const place = ({ urn, at }: JournalCheck) => (isProgram(setting.given) ? `${parseUrn(urn).name}: ${at}` : at);
    const of = (verdict: JournalCheck["verdict"]) => checks.filter((check) => check.verdict === verdict);
    const violations = of("violation")
        .map((check) => ({ place: place(check), severity: check.severity }))
        .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
    return {
        violations: violations.map((one) => one.place),
        severities: violations.map(({ severity }) => severity),
        awaits: [...new Set(of("undecided").flatMap((check) => check.awaits))].sort(),
        failures: of("failed").map(({ message }) => message),
    };
}

function exampleOf(rule: AnyRule, example: Example | Program): Given {
    return rule.kind === "stack"
        ? (example as Program)
        : declare(typesOf(rule)[0] as Declaration["type"], example as Example);
}

function settingOf(given: Given | Setting): Setting {
    return "given" in given ? (given as Setting) : { given: given as Given };
}

function programOf(rule: AnyRule, given: Given): Program {
    if (isProgram(given)) return given;
    if (isDeclaration(given)) return { subject: given };
    return { subject: declare(typesOf(rule)[0] as Declaration["type"], given as Example) };
}

function isDeclaration(given: unknown): given is Declaration {
    return typeof given === "object" && given !== null && "type" in given && "inputs" in given && "options" in given;
}

function isProgram(given: Given): given is Program {
    const parts = Object.values(given);
    return !isDeclaration(given) && parts.length > 0 && parts.every(isDeclaration);
}
