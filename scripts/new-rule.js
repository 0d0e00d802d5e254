// `npm run new-rule -- FAMILY ID TYPE`: makes the three files of a rule by hand: the rule, its table of cases, its line in the
// changelog; and writes the registry and the table of policies in the README. TYPE is a name of model/aws/types, such as
// LambdaFunction. `npm run new-rule -- FAMILY ID TYPE TOPIC KIND...` makes a rule on settings, whose rows stand in model/aws/settings: its
// test fails until each row has a good and a bad case.
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { ruleFiles, writeRegistry } = require("./registry");

const root = path.resolve(__dirname, "..");

function fail(message) {
    console.error(message);
    process.exit(1);
}

const TEXTS = `    severity: "medium",
    frameworks: [cwe(16)],
    title: "The obligation, as a sentence.",
    why: "What happens to those who ignore it.",
    fix: "The change that satisfies it.",
    sources: ["https://docs.aws.amazon.com/"],
`;

function ruleByHand({ family, id, type }) {
    const rule = `import { ${type} } from "../../model/aws";
import { isTrue } from "../../model/values";
import { cwe, defineRule } from "../../pack";

export default defineRule({
    id: "${id}",
${TEXTS}    bad: { tags: { example: "true" } },
    good: { tags: {} },
    resource: ${type},
    check(_inputs, { root }) {
        return { when: isTrue(root.down("tags.example"), false), at: "tags.example", message: "allows …" };
    },
});
`;
    const test = `import { unknown } from "../../../pack";
import rule from "../../../policies/${family}/${id}";
import { testRule } from "../../support/rule-tester";

testRule(rule, {
    valid: { "nothing said": {} },
    invalid: { "as text": { given: { tags: { example: "true" } }, reports: ["tags.example"] } },
    undecided: { "not known yet": { given: { tags: unknown }, awaits: ["tags.example"] } },
});
`;
    return { rule, test };
}

function settingRule({ family, id, type, topic, kinds }) {
    const rule = `import { ${type} } from "../../model/aws";
import { cwe, defineSettingRule } from "../../pack";

export default defineSettingRule({
    id: "${id}",
    topic: "${topic}",
    of: [${kinds.map((kind) => `"${kind}"`).join(", ")}],
${TEXTS}    absent: "absent, so …",
    otherwise: "switched off, so …",
    example: ${type},
    bad: {},
    good: {},
});
`;
    const test = `import rule from "../../../policies/${family}/${id}";
import { testRule } from "../../support/rule-tester";

testRule(rule, {
    valid: {},
    invalid: {},
});
`;
    return { rule, test };
}

function main([family, id, type, topic, ...kinds]) {
    if (!family || !id || !type)
        fail(
            "usage: npm run new-rule -- FAMILY ID TYPE [TOPIC KIND...]   (such as: secrets secret-rotation-enabled SecretsManagerSecret, or: encryption-at-rest stream-encrypted KinesisStream encryptedAtRest stream)",
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
    const settings = fs.readFileSync(path.join(root, "model/aws/settings/setting.ts"), "utf8");
    for (const word of topic ? [topic, ...kinds] : [])
        if (!settings.includes(`    | "${word}"`)) fail(`${word} is no topic or kind of model/aws/settings/setting.ts`);
    if (topic && kinds.length === 0) fail("a rule on settings is of some kinds of thing: name them behind the topic");
    const rule = path.join(root, "policies", family, `${id}.ts`);
    const test = path.join(root, "tests/policies", family, `${id}.test.ts`);
    const taken = ruleFiles().find((file) => path.basename(file) === id);
    if (taken) fail(`policies/${path.normalize(taken)}.ts exists`);
    for (const file of [rule, test]) fs.mkdirSync(path.dirname(file), { recursive: true });
    const made = topic ? settingRule({ family, id, type, topic, kinds }) : ruleByHand({ family, id, type });
    fs.writeFileSync(rule, made.rule);
    fs.writeFileSync(test, made.test);
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
