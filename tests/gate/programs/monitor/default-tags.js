// What a provider adds to all of its resources.
const aws = require("@pulumi/aws");

const provider = new aws.Provider("tagging", { region: "eu-west-1", defaultTags: { tags: { owner: "team", stage: "dev" } } });
new aws.sqs.Queue("plain", {}, { provider });
new aws.sqs.Queue("own", { tags: { stage: "prod" } }, { provider });
new aws.sqs.Queue("without", {});
