/**
 * JUnit's XML, as Jenkins, GitLab and others read it. Source: https://github.com/jenkinsci/xunit-plugin, junit-10.xsd
 */
import type { Format } from "./format";
import type { Finding, OpenCheck, Report } from "./model";
import { repositoryPlaces } from "./places";
import { printableReport } from "./printable-report";
import { sentenceOf } from "./weight";

export const junit: Format = {
    is: "JUnit's XML, a test suite for each stack",
    write: (reports) => {
        const suites = reports.map(printableReport).map(suiteOf);
        const text = ['<?xml version="1.0" encoding="UTF-8"?>', ...element("testsuites", {}, suites.flat()), ""];
        return { text: text.join("\n"), leftOut: [] };
    },
};

type Lines = readonly string[];

interface Case {
    readonly kind: "passed" | "failures" | "errors" | "skipped";
    readonly lines: Lines;
}

/**
 * A test for each finding, failed where it is mandatory; for what was exempted, accepted or not decided, skipped; and one, passed, for
 * each policy that checked and found nothing.
 */
function suiteOf(report: Report): Lines {
    const placeOf = repositoryPlaces(report);
    const place = (one: Finding | OpenCheck) => {
        const { path, line } = placeOf(one);
        return `${path}:${line}`;
    };
    const cases: readonly Case[] = [
        ...report.findings.map((finding) => findingCase(finding, place(finding))),
        ...report.exempted.map((one) => skipped(one, `exempted: ${one.reason ?? ""}`)),
        ...report.undecided.map((one) => skipped(one, `undecided, waiting for ${one.awaits.join(", ")}`)),
        ...report.notSeen.map(({ name, what }) => skipped({ policy: "not-seen", name }, what)),
        ...silentPolicies(report).map((policy) => passed(policy)),
    ];
    const all = cases.length > 0 ? cases : [passed(report.pack?.name ?? "policies")];
    const number = (kind: Case["kind"]) => String(all.filter((one) => one.kind === kind).length);
    const seconds = report.milliseconds / 1000;
    const attributes = {
        name: `${report.project}/${report.stack}`,
        tests: String(all.length),
        failures: number("failures"),
        errors: number("errors"),
        skipped: number("skipped"),
        // Longer ones the schema wants with a comma, which others do not read.
        ...(seconds < 1000 && { time: seconds.toFixed(3) }),
    };
    return element(
        "testsuite",
        attributes,
        all.flatMap(({ lines }) => lines),
    );
}

function findingCase(finding: Finding, place: string): Case {
    const { policy, level, severity, why, fix, note, failed, accepted } = finding;
    const sentence = sentenceOf(finding);
    if (accepted) return skipped(finding, "accepted by the baseline");
    const body = [
        `${place}  ${finding.type}`,
        sentence,
        ...(why === "" ? [] : [`Why: ${why}`]),
        ...(fix === "" ? [] : [`Fix: ${fix}`]),
        ...(note === undefined ? [] : [`Note: ${note}.`]),
    ].join("\n");
    const attributes = { type: `${level} ${severity}`.trim(), message: sentence };
    const [kind, lines]: readonly [Case["kind"], Lines] = failed
        ? ["errors", textElement("error", attributes, body)]
        : level === "mandatory"
          ? ["failures", textElement("failure", attributes, body)]
          : ["passed", textElement("system-out", {}, `${attributes.type}\n${body}`)];
    return { kind, lines: element("testcase", { classname: policy, name: nameOf(finding) }, lines) };
}

function skipped(one: Pick<OpenCheck, "policy" | "name" | "at">, message: string): Case {
    const attributes = { classname: one.policy, name: nameOf(one) };
    return { kind: "skipped", lines: element("testcase", attributes, textElement("skipped", {}, message)) };
}

function passed(policy: string): Case {
    return { kind: "passed", lines: element("testcase", { classname: policy, name: "nothing found" }, []) };
}

function nameOf({ name, at = "" }: Pick<OpenCheck, "name" | "at">): string {
    return at === "" ? name : `${name}: ${at}`;
}

function silentPolicies({ checksByPolicy = {}, findings, exempted, undecided }: Report): readonly string[] {
    const spoke = new Set([...findings, ...exempted, ...undecided].map(({ policy }) => policy));
    return Object.keys(checksByPolicy).filter((policy) => (checksByPolicy[policy] ?? 0) > 0 && !spoke.has(policy));
}

function element(name: string, attributes: Readonly<Record<string, string>>, inner: Lines): Lines {
    const start = `<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}=${quoted(value)}`)].join(" ")}`;
    return inner.length === 0 ? [`${start}/>`] : [`${start}>`, ...inner.map((line) => `  ${line}`), `</${name}>`];
}

/** Its lines keep their place: what a reader shows of it is as it stands. */
function textElement(name: string, attributes: Readonly<Record<string, string>>, text: string): Lines {
    const [only = ""] = element(name, attributes, []);
    return [`${only.slice(0, -2)}>${escaped(text)}</${name}>`];
}

/** What XML asks for, and the second half of what begins a command in a CI system's log. */
const ENTITIES: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&apos;",
    "::": ":&#58;",
    "##": "#&#35;",
};

/** What XML 1.0 cannot hold in any form becomes the character that stands for such. Source: https://www.w3.org/TR/xml/#charsets */
const NO_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function escaped(text: string): string {
    return text.replace(NO_CHARACTER, "\ufffd").replace(/[&<>"']|::|##/g, (one) => ENTITIES[one] ?? one);
}

/** In an attribute a line break would be read as a space. */
function quoted(text: string): string {
    return `"${escaped(text).replaceAll("\n", "&#10;")}"`;
}
