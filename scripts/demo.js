// `npm run demo`: checks the example twice, as it is wrong and as it is right, and says what to do next. The example finds the
// Pulumi SDKs that this package's own install put beside it.
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
console.log(
    `\nExit codes: ${insecure} for the insecure stack (a mistake for each policy), ${secure} for the secure one.`,
);
if (insecure !== 1 || secure !== 0) process.exit(1);
console.log(`
Next:
  see the mistakes        examples/orders-api/mistakes.ts
  check your program      npx --no-install aws-serverless-security check path/to/project
  under the Pulumi CLI    pulumi preview --policy-pack ${root}
  configure, exempt, CI   README.md`);
