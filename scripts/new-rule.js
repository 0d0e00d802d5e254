// `npm run new-rule -- FAMILY ID TYPE`: makes the three files of a rule by hand: the rule, its table of cases, its line in the
// changelog; and writes the registry and the table of policies in the README. TYPE is a name of model/aws/types, such as
// LambdaFunction.
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { ruleFiles, writeRegistry } = require("./registry");

const root = path.resolve(__dirname, "..");

function fail(message) {
    console.error(message);
    process.exit(1);
}

function main([family, id, type]) {
    if (!family || !id || !type)
        fail(
            "usage: npm run new-rule -- FAMILY ID TYPE   (such as: secrets secret-rotation-enabled SecretsManagerSecret)",
        );
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id))
        fail(`${id} is no rule id: an id states the obligation in words with hyphens`);
    const folder = path.join(root, "model/aws/types");
    const types = fs
        .readdirSync(folder)
        .map((file) => fs.readFileSync(path.join(folder, file), "utf8"))
        .join("\n");
    if (!new RegExp(`export const ${type} = `).test(types))
        fail(`${type} is no type of model/aws/types: add it there first`);
    const rule = path.join(root, "policies", family, `${id}.ts`);
    const test = path.join(root, "tests/policies", family, `${id}.test.ts`);
    const taken = ruleFiles().find((file) => path.basename(file) === id);
    if (taken) fail(`policies/${path.normalize(taken)}.ts exists`);
    for (const file of [rule, test]) fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(
        rule,
        `import { ${type} } from "../../model/aws";
import { isTrue } from "../../model/values";
import { cwe, defineRule } from "../../pack";

export default defineRule({
    id: "${id}",
    severity: "medium",
    frameworks: [cwe(16)],
    title: "The obligation, as a sentence.",
    why: "What happens to those who ignore it.",
    fix: "The change that satisfies it.",
    sources: ["https://docs.aws.amazon.com/"],
    bad: { tags: { example: "true" } },
    good: { tags: {} },
    resource: ${type},
    check(_inputs, { root }) {
        return { when: isTrue(root.down("tags.example"), false), at: "tags.example", message: "allows …" };
    },
});
`,
    );
    fs.writeFileSync(
        test,
        `import { unknown } from "../../../pack";
import rule from "../../../policies/${family}/${id}";
import { testRule } from "../../support/rule-tester";

testRule(rule, {
    valid: { "nothing said": {} },
    invalid: { "as text": { given: { tags: { example: "true" } }, reports: ["tags.example"] } },
    undecided: { "not known yet": { given: { tags: unknown }, awaits: ["tags.example"] } },
});
`,
    );
    const changelog = path.join(root, "CHANGELOG.md");
    const text = fs.readFileSync(changelog, "utf8");
    fs.writeFileSync(
        changelog,
        text.replace("## Unreleased\n", `## Unreleased\n\n- \`${id}\`: …\n`).replace(/(- `.*\n)\n(- )/, "$1$2"),
    );
    writeRegistry();
    // In a process of its own: this one may have read the registry before.
    execFileSync(process.execPath, [path.join(__dirname, "docs.js")], { stdio: "ignore" });
    console.log([rule, test, changelog].map((file) => path.relative(root, file)).join("\n"));
}

main(process.argv.slice(2));
