/** AWS WAF. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { WafV2WebAcl, WafV2WebAclLoggingConfiguration } from "../types";
import { companion, either } from "./condition";
import { delivered } from "./delivery";
import { anything } from "./good";
import { settings } from "./setting";

export const wafv2 = [
    settings(WafV2WebAcl, "firewall", {
        logged: {
            at: (acl) => acl,
            good: anything,
            absent: either(
                companion(WafV2WebAclLoggingConfiguration, (logging) => logging.resourceArn),
                delivered,
            ),
            says: { absent: "has no logging configuration, so what it let through and refused is nowhere to be read" },
            fix: "Declare aws.wafv2.WebAclLoggingConfiguration for it: { resourceArn: acl.arn, logDestinationConfigs: [logs.arn] }, of a log group whose name begins with aws-waf-logs-.",
        },
    }),
].flat();
