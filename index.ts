import { PolicyPack } from "@pulumi/policy";
import { packOf } from "./pack/pack";
import { stackEnvironment, stackExemptions } from "./pack/stack-configuration";
import { rules } from "./policies";

new PolicyPack("aws-serverless-security", packOf(rules, { stackExemptions, stackEnvironment }));
