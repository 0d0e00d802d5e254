const pulumi = require("@pulumi/pulumi");
class Vpc extends pulumi.ComponentResource {
    constructor(name) {
        super("awsx:ec2:Vpc", name, { cidrBlock: "10.0.0.0/16", vpcId: undefined }, {}, true);
    }
}
new Vpc("network");
