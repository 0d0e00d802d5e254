import * as aws from "@pulumi/aws";
import { either } from "./mistakes";

/** What prints labels in the warehouse is started by it, one machine a packing table. */
new aws.ec2.LaunchTemplate("packing-tables", {
    imageId: aws.ssm.getParameterOutput({
        name: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
    }).insecureValue,
    instanceType: "t4g.nano",
    metadataOptions: {
        httpEndpoint: "enabled",
        httpTokens: either("bastion-imdsv2", "optional", "required"),
        httpPutResponseHopLimit: 1,
    },
});
