const pulumi = require("@pulumi/pulumi");

class Door extends pulumi.ComponentResource {
    constructor(name) {
        super("example:index:Door", name, {});
        const url = (suffix) =>
            new pulumi.CustomResource(
                "aws:lambda/functionUrl:FunctionUrl",
                `${name}-${suffix}`,
                { functionName: "callback", authorizationType: "NONE" },
                { parent: this },
            );
        url("here");
        this.later = new Promise((resolve) => setTimeout(resolve, 10)).then(() => url("later"));
    }
}

const door = new Door("door");
exports.later = door.later;
