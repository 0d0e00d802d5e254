const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");
class Vpc extends pulumi.ComponentResource {
    constructor(name) {
        super("awsx:ec2:Vpc", name, { vpcId: undefined }, {}, true);
    }
}
const vpc = new Vpc("network");
new aws.ec2.SecurityGroup("group", { vpcId: vpc.vpcId });
const other = new pulumi.StackReference("organization/other/dev");
new aws.sns.Topic("topic", { displayName: other.getOutput("name") });
