import { PolicyPack } from "@pulumi/policy";
import { packOf } from "./pack/pack";
import { observeConfiguration } from "./pack/sdk";
import { phase, stackEnvironment, stackExemptions } from "./pack/stack-configuration";
import { rules } from "./policies";

const configuration = observeConfiguration();
new PolicyPack("aws-serverless-security", packOf(rules, { stackExemptions, stackEnvironment, phase, configuration }));
