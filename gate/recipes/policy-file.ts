/** The policy configuration as a file to edit: every policy and option with its standard value, each in a comment. */
import type { CatalogueEntry } from "../host/catalogue";
import { severityRank } from "../report/model";

const WIDTH = 118;

const HEAD = (file: string): readonly string[] => [
    `What this project asks of its stacks. Every policy and option is here with its standard value, as a comment: to change one, take the first`,
    `"# " off its lines, the policy's own among them. Levels are mandatory, advisory and disabled.`,
    ``,
    `    aws-serverless-security check --policy-config ${file}`,
    `    aws-serverless-security explain POLICY               why, fix, examples, sources`,
    ``,
    `Pulumi itself reads JSON alone:`,
    ``,
    `    aws-serverless-security policy-config ${file} > policies.json`,
    `    pulumi preview --policy-pack PACK --policy-pack-config policies.json`,
    ``,
    `Any policy takes exemptions, each of a resource, by its name or a glob, with a reason and a last day:`,
];

const EXEMPTION = [
    "lambda-url-auth-required:",
    "  exemptions:",
    "    - resource: payment-*",
    "      reason: The provider signs its calls and the handler checks the signature.",
    '      expires: "2099-12-31"',
];

/** The text of the file that is called `file`; YAML, in which all that is no comment is nothing. */
export function policyFile(entries: readonly CatalogueEntry[], file: string): string {
    const families = [...new Set(entries.map(({ family }) => family))].sort();
    const parts = families.map((family) => {
        const own = entries
            .filter((one) => one.family === family)
            .sort((a, b) => severityRank(a) - severityRank(b) || (a.id < b.id ? -1 : 1));
        return [
            `#### ${family === "" ? "of the pack itself" : family}`,
            ...own.flatMap((one) => ["", ...entryLines(one)]),
        ];
    });
    const head = [
        ...HEAD(file).map((line) => comment(line, "##")),
        "##",
        ...EXEMPTION.map((line) => comment(line, "##    ")),
    ];
    return `${[head, ...parts].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** Two signs stay when the first is taken off, so a sentence stays a comment. */
function entryLines({ id, severity, level, title, options }: CatalogueEntry): readonly string[] {
    const set = options.filter(({ standard }) => standard !== undefined);
    return [
        ...wrapped(severity === "" ? title : `${severity}: ${title}`, "## "),
        `# ${id}:`,
        `#   enforcementLevel: ${level}`,
        ...set.flatMap(({ name, description, accepts, standard, strict }) => {
            const words = [
                description,
                ...(accepts === "" ? [] : [`It takes ${accepts}.`]),
                ...(strict === undefined ? [] : [`The strict profile: ${JSON.stringify(strict)}.`]),
            ];
            return [...wrapped(words.join(" "), "#   # "), `#   ${name}: ${JSON.stringify(standard)}`];
        }),
    ];
}

function comment(line: string, sign: string): string {
    return `${sign} ${line}`.trimEnd();
}

function wrapped(text: string, before: string): readonly string[] {
    const lines: string[] = [];
    let line = "";
    for (const word of text.split(/\s+/).filter((one) => one !== "")) {
        if (line !== "" && before.length + line.length + 1 + word.length > WIDTH) {
            lines.push(before + line);
            line = word;
        } else line = line === "" ? word : `${line} ${word}`;
    }
    return line === "" ? lines : [...lines, before + line];
}
