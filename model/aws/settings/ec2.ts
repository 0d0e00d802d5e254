/** Amazon EBS, and the disks of EC2, of ECS and of WorkSpaces. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { cis, fsbp } from "../../frameworks";
import { each } from "../place";
import {
    DlmLifecyclePolicy,
    EbsDefaultKmsKey,
    EbsEncryptionByDefault,
    EbsSnapshotCopy,
    EbsSnapshotImport,
    EbsVolume,
    Ec2Ami,
    Ec2AmiCopy,
    Ec2Instance,
    Ec2LaunchConfiguration,
    Ec2LaunchTemplate,
    Ec2SpotInstanceRequest,
    EcsService,
    WorkSpacesWorkspace,
} from "../types";
import { accountWide, bad, both, either, given, good, inherited, says, switchedOn, unless } from "./condition";
import { on, ownKey } from "./good";
import { settings } from "./setting";

/** With it AWS encrypts every new volume of the region, also where false is asked for. */
const encryptedByDefault = accountWide(
    EbsEncryptionByDefault,
    says((setting) => setting.enabled, on, good),
);

/** The key of all volumes of the region that name none. */
const keyByDefault = accountWide(EbsDefaultKmsKey);

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
        customerKey: {
            at: (volume) => volume.kmsKeyId,
            good: ownKey,
            absent: either(
                inherited((volume) => volume.snapshotId),
                keyByDefault,
            ),
            only: switchedOn((volume) => volume.encrypted),
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
    settings([EbsSnapshotCopy, Ec2AmiCopy], "volume", {
        // A copy of what is encrypted is encrypted whatever is said.
        encryptedAtRest: { at: (one) => one.encrypted, good: on, absent: good, severity: "low", says: copy },
    }),
    settings([EbsSnapshotCopy, EbsSnapshotImport, Ec2AmiCopy], "volume", {
        customerKey: {
            at: (one) => one.kmsKeyId,
            good: ownKey,
            absent: keyByDefault,
            only: switchedOn((one) => one.encrypted),
        },
    }),
    settings(EbsSnapshotImport, "volume", {
        encryptedAtRest: { at: (one) => one.encrypted, good: on, absent: bad, only: unless(encryptedByDefault) },
    }),
    settings(DlmLifecyclePolicy, "volume", {
        encryptedAtRest: {
            at: ({ policyDetails }) => [
                each(each(policyDetails.schedules).crossRegionCopyRules).encrypted,
                each(policyDetails.action.crossRegionCopies).encryptionConfiguration.encrypted,
            ],
            good: on,
            absent: good,
            severity: "low",
            says: copy,
        },
    }),
    settings(Ec2Ami, "volume", {
        encryptedAtRest: {
            at: (image) => each(image.ebsBlockDevices).encrypted,
            good: on,
            absent: bad,
            // A disk from a snapshot is as encrypted as that.
            only: both(unless(given((image) => each(image.ebsBlockDevices).snapshotId)), unless(encryptedByDefault)),
        },
    }),
    settings([Ec2Instance, Ec2SpotInstanceRequest], "host", {
        encryptedAtRest: {
            at: (instance) => instance.rootBlockDevice.encrypted,
            good: on,
            absent: given((instance) => instance.launchTemplate),
            only: unless(encryptedByDefault),
            severity: { absent: "medium" },
            says: disk,
        },
    }),
    settings(Ec2Instance, "host", {
        customerKey: {
            at: (instance) => instance.rootBlockDevice.kmsKeyId,
            good: ownKey,
            absent: keyByDefault,
            only: switchedOn((instance) => instance.rootBlockDevice.encrypted),
        },
    }),
    settings([Ec2Instance, Ec2SpotInstanceRequest], "host", {
        encryptedAtRest: {
            at: (instance) => each(instance.ebsBlockDevices).encrypted,
            good: on,
            absent: inherited((instance) => each(instance.ebsBlockDevices).snapshotId),
            only: unless(encryptedByDefault),
        },
    }),
    settings(Ec2Instance, "host", {
        customerKey: {
            at: (instance) => each(instance.ebsBlockDevices).kmsKeyId,
            good: ownKey,
            absent: keyByDefault,
            only: switchedOn((instance) => each(instance.ebsBlockDevices).encrypted),
        },
    }),
    settings(Ec2LaunchTemplate, "host", {
        encryptedAtRest: {
            at: (template) => each(template.blockDeviceMappings).ebs.encrypted,
            good: on,
            absent: inherited((template) => each(template.blockDeviceMappings).ebs.snapshotId),
            only: both(
                given((template) => each(template.blockDeviceMappings).ebs),
                unless(encryptedByDefault),
            ),
        },
        customerKey: {
            at: (template) => each(template.blockDeviceMappings).ebs.kmsKeyId,
            good: ownKey,
            absent: keyByDefault,
            only: switchedOn((template) => each(template.blockDeviceMappings).ebs.encrypted),
        },
    }),
    settings(Ec2LaunchConfiguration, "host", {
        encryptedAtRest: {
            at: (one) => one.rootBlockDevice.encrypted,
            good: on,
            absent: bad,
            only: unless(encryptedByDefault),
            severity: { absent: "medium" },
            says: disk,
        },
    }),
    settings(Ec2LaunchConfiguration, "host", {
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
    settings(EcsService, "volume", {
        encryptedAtRest: {
            at: ({ volumeConfiguration }) => volumeConfiguration.managedEbsVolume.encrypted,
            good: on,
            absent: good,
            only: unless(encryptedByDefault),
        },
        customerKey: {
            at: ({ volumeConfiguration }) => volumeConfiguration.managedEbsVolume.kmsKeyId,
            good: ownKey,
            absent: keyByDefault,
            only: given(({ volumeConfiguration }) => volumeConfiguration.managedEbsVolume),
        },
    }),
    // Of the desktops' two disks, which are AWS's own: the account's default does not hold for them.
    settings(WorkSpacesWorkspace, "volume", {
        encryptedAtRest: {
            at: (desktop) => [desktop.rootVolumeEncryptionEnabled, desktop.userVolumeEncryptionEnabled],
            good: on,
            absent: bad,
            severity: "medium",
            controls: [fsbp("WorkSpaces.1"), fsbp("WorkSpaces.2")],
        },
        customerKey: {
            at: (desktop) => desktop.volumeEncryptionKey,
            good: ownKey,
            absent: bad,
            only: switchedOn(
                (desktop) => desktop.rootVolumeEncryptionEnabled,
                (desktop) => desktop.userVolumeEncryptionEnabled,
            ),
        },
    }),
].flat();
