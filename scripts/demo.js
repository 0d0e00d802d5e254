// `npm run demo`: checks the example twice, as it is wrong and as it is right, and says what to do next.
const { spawnSync } = require("node:child_process");
const path = require("node:path");

const root = path.resolve(__dirname, "..");
const gate = path.join(root, "bin/gate/main.js");

function check(stack) {
    console.log(`\n$ aws-serverless-security check examples/orders-api --stack ${stack}\n`);
    return spawnSync(process.execPath, [gate, "check", "examples/orders-api", "--stack", stack], {
        cwd: root,
        stdio: "inherit",
    }).status;
}

const insecure = check("insecure");
const secure = check("secure");
console.log(`\nExit codes: ${insecure} for the stack with a mistake for each policy, ${secure} for the one without.`);
if (insecure !== 1 || secure !== 0) process.exit(1);
console.log(`
Next:
  your own program     npx aws-serverless-security check path/to/project
  with the Pulumi CLI  pulumi preview --policy-pack ${path.relative(process.cwd(), root) || "."}
  the mistakes         examples/orders-api/mistakes.ts
  configure, exempt    README.md`);
