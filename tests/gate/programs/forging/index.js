// Names that would clear a terminal, forge the summary, or give a CI system a command.
const aws = require("@pulumi/aws");
const name = "url\nshop/prod: no mandatory violation\u001b[2J ::error::forged\n::error::forged ##[error]forged";
new aws.lambda.FunctionUrl(name, { functionName: "orders", authorizationType: "NONE" });
