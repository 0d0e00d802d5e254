const pulumi = require("@pulumi/pulumi");
exports.answer = pulumi.runtime.invoke("github:index/getUser:getUser", { username: "octocat" });
