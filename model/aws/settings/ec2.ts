/** Amazon EBS, and the disks of EC2. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { cis, fsbp } from "../../frameworks";
import { each } from "../place";
import {
    EbsEncryptionByDefault,
    EbsSnapshotCopy,
    EbsVolume,
    Ec2AmiCopy,
    Ec2Instance,
    Ec2LaunchConfiguration,
    Ec2LaunchTemplate,
} from "../types";
import { accountWide, bad, both, either, given, good, inherited, says, unless } from "./condition";
import { on } from "./good";
import { settings } from "./setting";

/** With it AWS encrypts every new volume of the region, also where false is asked for. */
const encryptedByDefault = accountWide(
    EbsEncryptionByDefault,
    says((setting) => setting.enabled, on, good),
);

const disk = {
    absent: "absent, so the disk is as encrypted as its image, and those that AWS offers are not",
    otherwise: "false, so the disk is not encrypted",
};
const copy = {
    otherwise: "false, so the copy of what is not encrypted is not encrypted either",
};

export const ec2 = [
    settings(EbsVolume, "volume", {
        encryptedAtRest: {
            at: (volume) => volume.encrypted,
            good: on,
            absent: inherited((volume) => volume.snapshotId),
            only: unless(encryptedByDefault),
            controls: [fsbp("EC2.3")],
        },
    }),
    settings(EbsEncryptionByDefault, "volume", {
        encryptedAtRest: {
            at: (setting) => setting.enabled,
            good: on,
            absent: good,
            says: { otherwise: "false, so new volumes of this region are not encrypted unless each asks for it" },
            controls: [fsbp("EC2.7"), cis("5.0", "5.1.1"), cis("7.0", "6.1.1")],
        },
    }),
    settings(EbsSnapshotCopy, "volume", {
        // A copy of an encrypted snapshot is encrypted whatever is said.
        encryptedAtRest: { at: (one) => one.encrypted, good: on, absent: good, severity: "low", says: copy },
    }),
    settings(Ec2AmiCopy, "volume", {
        encryptedAtRest: { at: (one) => one.encrypted, good: on, absent: good, severity: "low", says: copy },
    }),
    settings(Ec2Instance, "volume", {
        encryptedAtRest: {
            at: (instance) => instance.rootBlockDevice.encrypted,
            good: on,
            absent: given((instance) => instance.launchTemplate),
            only: unless(encryptedByDefault),
            severity: { absent: "medium" },
            says: disk,
        },
    }),
    settings(Ec2Instance, "volume", {
        encryptedAtRest: {
            at: (instance) => each(instance.ebsBlockDevices).encrypted,
            good: on,
            absent: inherited((instance) => each(instance.ebsBlockDevices).snapshotId),
            only: unless(encryptedByDefault),
        },
    }),
    settings(Ec2LaunchTemplate, "volume", {
        encryptedAtRest: {
            at: (template) => each(template.blockDeviceMappings).ebs.encrypted,
            good: on,
            absent: inherited((template) => each(template.blockDeviceMappings).ebs.snapshotId),
            only: both(
                given((template) => each(template.blockDeviceMappings).ebs),
                unless(encryptedByDefault),
            ),
        },
    }),
    settings(Ec2LaunchConfiguration, "volume", {
        encryptedAtRest: {
            at: (one) => one.rootBlockDevice.encrypted,
            good: on,
            absent: bad,
            only: unless(encryptedByDefault),
            severity: { absent: "medium" },
            says: disk,
        },
    }),
    settings(Ec2LaunchConfiguration, "volume", {
        encryptedAtRest: {
            at: (one) => each(one.ebsBlockDevices).encrypted,
            good: on,
            absent: either(
                inherited((one) => each(one.ebsBlockDevices).snapshotId),
                given((one) => each(one.ebsBlockDevices).noDevice),
            ),
            only: unless(encryptedByDefault),
        },
    }),
].flat();
