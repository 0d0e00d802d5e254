/** Amazon VPC. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { cis, fsbp } from "../../frameworks";
import { Ec2FlowLog, Ec2Subnet, Ec2Vpc } from "../types";
import { companion, either } from "./condition";
import { anything } from "./good";
import { settings } from "./setting";

export const vpc = [
    settings(Ec2Vpc, "network", {
        logged: {
            at: (network) => network,
            good: anything,
            absent: either(
                companion(Ec2FlowLog, (log) => log.vpcId),
                companion(
                    Ec2Subnet,
                    (subnet) => subnet.vpcId,
                    companion(Ec2FlowLog, (log) => log.subnetId),
                ),
            ),
            says: { absent: "has no flow log, so who talked to whom in it is nowhere to be read" },
            fix: 'Declare aws.ec2.FlowLog for it: { vpcId: vpc.id, trafficType: "REJECT", logDestinationType: "s3", logDestination: logs.arn }.',
            controls: [fsbp("EC2.6"), cis("5.0", "3.7"), cis("7.0", "4.7")],
        },
    }),
].flat();
