const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");

class Jobs extends pulumi.ComponentResource {
    constructor(name, args) {
        super("jobs:index:Jobs", name, { ...args, queueUrl: undefined }, {}, true);
    }
}

const jobs = new Jobs("nightly", { delay: 30 });
new aws.ssm.Parameter("queue", { type: "String", value: jobs.queueUrl });
