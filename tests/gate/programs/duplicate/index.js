const aws = require("@pulumi/aws");
new aws.sns.Topic("topic", {});
new aws.sns.Topic("topic", {});
