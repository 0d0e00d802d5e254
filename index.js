// Node takes this file where bin/index.js, the package's main, has not been built: Pulumi then runs the pack from its source.
require("./scripts/node-version");
console.error(
    `aws-serverless-security is not built and starts from its source, which is slow: run \`npm run build\` in ${__dirname}.`,
);
// Pulumi's own hook would check the types of the whole pack at every start.
delete require.extensions[".ts"];
require("ts-node").register({ transpileOnly: true });
require("./index.ts");
