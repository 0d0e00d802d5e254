const pulumi = require("@pulumi/pulumi");
exports.secret = new pulumi.Config().requireSecret("token");
