// `npm run docs`: writes what README.md and ARCHITECTURE.md say of the code from the code, between markers, and the strict profile.
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { direct } = require("./licences");
const { ruleFiles } = require("./registry");

const root = path.resolve(__dirname, "..");
const SEVERITIES = ["critical", "high", "medium", "low"];

const STRICT = "profiles/strict.json";

/** The strict profile as a policy configuration. */
function strictProfile() {
    const { rules } = source("../policies");
    return `${JSON.stringify(source("../pack/profile").strictProfile(rules), undefined, 4)}\n`;
}

/** What of the pack's TypeScript the documents are of; in a test run the compiler is there already. */
function source(file) {
    if (!process[Symbol.for("ts-node.register.instance")]) require("ts-node/register");
    return require(file);
}

/** The rows of settings, a table for each topic: how each type answers what policies ask of all. */
function settingTables() {
    const { programName } = source("../model/aws");
    const { rules } = source("../policies");
    const lines = new Map();
    for (const rule of rules)
        for (const row of rule.rows ?? [])
            lines.set(row.topic, [...(lines.get(row.topic) ?? []), settingLine(programName, rule, row)]);
    const titled = (topic) => topic.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return [...lines]
        .sort()
        .flatMap(([topic, rows]) => [
            `## ${titled(topic)}`,
            "",
            "| type | property | good | absent is good | asked | policy | profile |",
            "| --- | --- | --- | --- | --- | --- | --- |",
            ...rows.sort(),
            "",
        ])
        .join("\n")
        .trimEnd();
}

function settingLine(programName, rule, row) {
    const code = (text) => `\`${text}\``;
    const cells = [
        code(programName(row.type)),
        [...row.paths, ...(row.otherPaths ?? [])].map((at) => (at === "" ? "by others" : code(at))).join(", "),
        row.good.words,
        row.changed ? `${row.absent.words}; by default since ${row.changed.since}` : row.absent.words,
        row.only?.words ?? "",
        code(rule.id),
        row.profile ?? rule.profile ?? "",
    ];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

/** Each block of each document, by the name in its markers. */
const BLOCKS = {
    "README.md": { policies: policyTables },
    "docs/settings.md": { settings: settingTables },
    "ARCHITECTURE.md": { imports: importDiagram, licences: licenceTable },
};

const DOCUMENTS = [...Object.keys(BLOCKS), STRICT];

/** A document with its blocks as the code has them now. */
function written(document) {
    if (document === STRICT) return strictProfile();
    let text = fs.readFileSync(path.join(root, document), "utf8");
    for (const [name, make] of Object.entries(BLOCKS[document])) {
        const [begin, end] = [`<!-- ${name}: written by npm run docs -->`, `<!-- end of ${name} -->`];
        const [before, rest] = text.split(begin);
        const after = rest?.split(end)[1];
        if (after === undefined) throw new Error(`${document} has no markers for ${name}`);
        text = `${before}${begin}\n\n${make()}\n\n${end}${after}`;
    }
    return text;
}

/** One table a family: the folder of policies/ that a policy stands in. */
function policyTables() {
    const { rules } = source("../policies");
    const familyOf = new Map(ruleFiles().map((file) => [path.basename(file), file.split("/")[1]]));
    const families = [...new Set(familyOf.values())].sort();
    const tables = families.map((family) => {
        const own = rules.filter(({ id }) => familyOf.get(id) === family);
        const rows = own.sort(bySeverity).map(policyRow);
        return [`**${family}**`, "", "| policy | severity | what it asks for |", "| --- | --- | --- |", ...rows].join(
            "\n",
        );
    });
    const counts = SEVERITIES.map((severity) => [rules.filter((rule) => rule.severity === severity).length, severity]);
    const total = counts.filter(([count]) => count > 0).map(([count, severity]) => `${count} ${severity}`);
    return [`${rules.length} policies: ${total.join(", ")}.`, ...tables].join("\n\n");
}

function bySeverity(a, b) {
    return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || (a.id < b.id ? -1 : 1);
}

function policyRow({ id, severity, title, profile, options = {} }) {
    const names = Object.keys(options).map((name) => `\`${name}\``);
    const configurable = names.length === 0 ? "" : ` Options: ${names.join(", ")}.`;
    const level = profile === "strict" ? `${severity}, strict` : severity;
    return `| \`${id}\` | ${level} | ${title.replaceAll("|", "\\|")}${configurable} |`;
}

/** Who imports whom, by layer, as dependency-cruiser finds it; a dashed arrow is an import of types alone. */
function importDiagram() {
    const edges = new Map();
    const imports = cruised().flatMap(({ source, dependencies }) =>
        dependencies.map(({ resolved, dependencyTypes }) => [layerOf(source), layerOf(resolved), dependencyTypes]),
    );
    for (const [from, to, types] of imports) {
        if (from === undefined || to === undefined || from === to) continue;
        const edge = `${from} ${to}`;
        edges.set(edge, (edges.get(edge) ?? true) && types.includes("type-only"));
    }
    const lines = [...edges].sort().map(([edge, onlyTypes]) => {
        const [from, to] = edge.split(" ");
        return `    ${node(from)} ${onlyTypes ? "-.->" : "-->"} ${node(to)}`;
    });
    return ["```mermaid", "flowchart TD", ...lines, "```"].join("\n");
}

function cruised() {
    const depcruise = path.join(root, "node_modules/.bin/depcruise");
    const config = ["--config", ".dependency-cruiser.cjs", "--output-type", "json"];
    const output = execFileSync(depcruise, [...config, "index.ts", "policies", "model", "pack", "gate"], {
        cwd: root,
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
    });
    return JSON.parse(output).modules;
}

function layerOf(file) {
    if (file === "index.ts") return file;
    return /^model\/[^/]+|^(?:policies|pack|gate)(?=\/)/.exec(file)?.[0];
}

function node(layer) {
    return `${layer.replace(/\W/g, "_")}["${layer}"]`;
}

function licenceTable() {
    const reasons = require("./licence-reasons.json");
    const missing = direct().find(({ name }) => reasons[name] === undefined);
    if (missing) throw new Error(`scripts/licence-reasons.json does not say why ${missing.name} is there`);
    const table = (use) => [
        "| name | licence | why |",
        "| --- | --- | --- |",
        ...direct()
            .filter((one) => one.use === use)
            .map(({ name, licence }) => `| \`${name}\` | ${licence} | ${reasons[name]} |`),
    ];
    return [
        "What a client installs, with what it brings along:",
        "",
        ...table("installed"),
        "",
        "Bundled, so that no client installs it; `bin/LICENSES.txt` has the texts:",
        "",
        ...table("bundled"),
        "",
        "For development:",
        "",
        ...table("development"),
    ].join("\n");
}

function writeDocs() {
    for (const document of DOCUMENTS) {
        const text = written(document);
        fs.writeFileSync(path.join(root, document), text);
        console.log(document);
    }
}

module.exports = { documents: DOCUMENTS, written };
if (require.main === module) writeDocs();
