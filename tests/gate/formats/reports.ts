import type { PackInfo, PolicyInfo } from "../../../gate/host/types";
import type { Finding, Report } from "../../../gate/report/model";

const URL: PolicyInfo = {
    name: "lambda-url-auth-required",
    displayName: "Function URLs authenticate their callers",
    description: "Function URLs authenticate their callers.",
    severity: "critical",
    level: "mandatory",
    fix: 'Set authorizationType: "AWS_IAM".',
    url: "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html",
    tags: ["CWE 4: CWE-306"],
    framework: {
        name: "AWS FSBP",
        version: "1.0.0",
        reference: "Lambda.1",
        specification: "https://docs.aws.amazon.com",
    },
};

export const pack: PackInfo = {
    name: "aws-serverless-security",
    displayName: "AWS serverless security",
    version: "0.1.0",
    policies: [
        URL,
        {
            ...URL,
            name: "api-access-logging",
            description: "Stages of APIs write access logs.",
            severity: "medium",
            level: "advisory",
        },
        { ...URL, name: "never-asked", description: "Nothing is asked of this.", severity: "low", level: "advisory" },
    ],
};

/** A finding on a resource of this name. */
export function findingOn(name: string, more: Partial<Finding> = {}): Finding {
    const type = "aws:lambda/functionUrl:FunctionUrl";
    return {
        policy: "lambda-url-auth-required",
        level: "mandatory",
        severity: "critical",
        urn: `urn:pulumi:dev::shop::${type}::${name}`,
        type,
        name,
        title: "Function URLs authenticate their callers.",
        at: "authorizationType",
        fact: "allows callers without authentication: the URL is public",
        why: "A URL without authentication lets anyone on the internet run the function.",
        fix: 'Set authorizationType: "AWS_IAM".',
        failed: false,
        location: { file: "shop/index.ts", line: 12, column: 5 },
        ...more,
    };
}

export const advisory: Partial<Finding> = { policy: "api-access-logging", level: "advisory", severity: "medium" };

export function reportOf(more: Partial<Report> = {}): Report {
    return {
        project: "shop",
        stack: "dev",
        origin: "shop/Pulumi.yaml",
        pack,
        resources: 3,
        judged: 3,
        checks: 17,
        findings: [],
        undecided: [],
        exempted: [],
        notSeen: [],
        lookups: [],
        milliseconds: 2345,
        ...more,
    };
}

/** One of everything. */
export function fullReport(more: Partial<Report> = {}): Report {
    const callback = findingOn("callback", { cause: 0 });
    const { location: _, ...nowhere } = findingOn("nowhere", advisory);
    const open = { policy: "api-access-logging", severity: "medium", urn: callback.urn, name: "callback" };
    return reportOf({
        checksByPolicy: { "lambda-url-auth-required": 3, "api-access-logging": 2, "never-asked": 12 },
        findings: [
            callback,
            findingOn("front", { ...advisory, cause: 0, with: callback.policy, note: "the exemption expired" }),
            nowhere,
            findingOn("broken", { at: "", fact: "this check could not be completed", failed: true }),
            findingOn("known", { accepted: true }),
            findingOn("inner", {
                location: { file: "shop/my door.ts", line: 3, column: 0, declaredBy: "door" },
            }),
        ],
        undecided: [{ ...open, awaits: ["callback.role"] }],
        exempted: [
            { ...open, at: "authorizationType", fact: "allows everybody", awaits: [], reason: "signed in code" },
        ],
        notSeen: [{ name: "network", what: "the children of a remote component" }],
        ...more,
    });
}

/** Names that a program may give, and that mean something to what shows them. */
export const HOSTILE: Readonly<Record<string, string>> = {
    "an element": "<img src=x onerror=alert(1)>",
    "a script": "</summary></code></script><script>alert(1)</script>",
    "four thousand characters": "long-".repeat(800),
    "line breaks": "one\ntwo\r\nthree\u2028four\u0085five",
    "the end of a section": "]]>",
    "an entity": "&lt;b&gt;&#60;",
    "a workflow's command": "\n::error::forged",
    "a command of another CI": "##[group]x ##vso[task.complete]",
    "a table": "a|b|c\n|---|",
    backticks: "`a``b```c",
    "a link": "[click](https://example.com/x) https://example.com www.example.com",
    "a mention": "@everyone and #12, GH-12",
    "markup of every kind": "**a** _b_ ~~c~~ $d$ :bug: \\e ![f](g)",
    "colour codes": "\u001b[31mred\u001b[2J\u001b]8;;https://example.com\u0007",
    "what turns the direction": "a\u202ecba\u202c\u2066x\u2069",
    "half a character": "\ud800 and \udc00",
    nothing: "a\u0000b",
    "no characters": "\ufffe\uffff\ufdd0",
    percent: "100%25%0A,:",
    quotes: `"'"; onclick="x`,
};
