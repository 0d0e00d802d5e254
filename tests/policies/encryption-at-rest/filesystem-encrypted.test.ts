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
    EfsFileSystem,
    EfsReplicationConfiguration,
    FsxFileCache,
    FsxLustreFileSystem,
    FsxOntapFileSystem,
    FsxOpenZfsFileSystem,
    FsxWindowsFileSystem,
    KmsKey,
    SsmParameter,
    StorageGatewayNfsFileShare,
    StorageGatewaySmbFileShare,
    WorkSpacesWorkspace,
} from "../../../model/aws";
import { declare, type Example, ref, unknown } from "../../../pack";
import rule from "../../../policies/encryption-at-rest/filesystem-encrypted";
import { testRule } from "../../support/rule-tester";

const options = { strictRows: true };
const kmsKeyId = "arn:aws:kms:eu-west-1:111122223333:key/files";
const zone = { availabilityZone: "eu-central-1a", size: 8 };
/** A value that a first preview does not know. */
const setting = declare(SsmParameter, { type: "String", value: unknown });
const plain = declare(EbsVolume, { ...zone, encrypted: false });
const server = { ami: "ami-0a1b2c3d", instanceType: "t4g.small" };
const image = { imageId: "ami-0a1b2c3d", instanceType: "t4g.small" };
const copyOf = { sourceRegion: "eu-west-1", sourceSnapshotId: "snap-1" };
const imageCopy = { sourceAmiId: "ami-1", sourceAmiRegion: "eu-west-1" };
const from = { diskContainer: { format: "VHD", url: "s3://disks/one" } };
const lifecycle = (policyDetails: object) =>
    declare(DlmLifecyclePolicy, { description: "daily", executionRoleArn: "arn:aws:iam::1:role/dlm", policyDetails });
const schedule = (rule: object) =>
    lifecycle({ schedules: [{ name: "daily", createRule: {}, retainRule: {}, crossRegionCopyRules: [rule] }] });
const action = (encryptionConfiguration: object) =>
    lifecycle({ action: { name: "copy", crossRegionCopies: [{ target: "us-east-1", encryptionConfiguration }] } });
const managed = (managedEbsVolume: object) =>
    declare(EcsService, {
        volumeConfiguration: {
            name: "data",
            managedEbsVolume: { roleArn: "arn:aws:iam::1:role/ecs", ...managedEbsVolume },
        },
    });
const desktop = (given: object) =>
    declare(WorkSpacesWorkspace, { bundleId: "wsb-1", directoryId: "d-1", userName: "clara", ...given });
const share = { clientLists: ["10.0.0.0/16"], gatewayArn: "g", locationArn: "l", roleArn: "r" };
const subnets = { subnetIds: ["subnet-1"], throughputCapacity: 64, storageCapacity: 64 };
const strictly = (given: ReturnType<typeof declare>) => ({ given, options });

testRule(rule, {
    valid: {
        "a volume, switched on": declare(EbsVolume, { ...zone, encrypted: true }),
        "a volume from a snapshot, as encrypted as that": declare(EbsVolume, { ...zone, snapshotId: "snap-1" }),
        "a volume from a snapshot that the stack makes": {
            copy: declare(EbsSnapshotCopy, copyOf),
            volume: declare(EbsVolume, { ...zone, snapshotId: ref("copy.id") }),
        },
        "the account's default, switched on": declare(EbsEncryptionByDefault, { enabled: true }),
        "the account's default, where nothing is said": declare(EbsEncryptionByDefault, {}),
        "a volume that asks for none, under the account's default": {
            plain,
            account: declare(EbsEncryptionByDefault, {}),
        },
        "disks that say nothing, under the account's default": {
            server: declare(Ec2Instance, { ...server, ebsBlockDevices: [{ deviceName: "/dev/sdb" }] }),
            template: declare(Ec2LaunchTemplate, {
                ...image,
                blockDeviceMappings: [{ deviceName: "/dev/sdf", ebs: { volumeSize: 8 } }],
            }),
            account: declare(EbsEncryptionByDefault, { enabled: true }),
        },
        "a copy of a snapshot, which follows it": declare(EbsSnapshotCopy, copyOf),
        "a copy of a snapshot, encrypted": declare(EbsSnapshotCopy, { ...copyOf, encrypted: true }),
        "a copy of an image, encrypted": declare(Ec2AmiCopy, { ...imageCopy, name: "copy", encrypted: true }),
        "an imported disk": declare(EbsSnapshotImport, { ...from, encrypted: true }),
        "a schedule's copies": schedule({ target: "us-east-1", encrypted: true }),
        "an event's copies": action({ encrypted: true }),
        "an image's new disk": declare(Ec2Ami, {
            name: "image",
            ebsBlockDevices: [{ deviceName: "/dev/sdb", encrypted: true }],
        }),
        "an image's disk from a snapshot": declare(Ec2Ami, {
            name: "image",
            ebsBlockDevices: [{ deviceName: "/dev/sda1", snapshotId: "snap-1" }],
        }),
        "an instance with encrypted disks, as text": declare(Ec2Instance, {
            ...server,
            rootBlockDevice: { encrypted: "true" as never },
            ebsBlockDevices: [{ deviceName: "/dev/sdb", encrypted: true }],
        }),
        "an instance whose template may say it": declare(Ec2Instance, { launchTemplate: { id: "lt-1" } }),
        "an instance with a disk from a snapshot": declare(Ec2Instance, {
            ...server,
            rootBlockDevice: { encrypted: true },
            ebsBlockDevices: [{ deviceName: "/dev/sdb", snapshotId: "snap-1" }],
        }),
        "a spot request": declare(Ec2SpotInstanceRequest, {
            ...server,
            rootBlockDevice: { encrypted: true },
            ebsBlockDevices: [{ deviceName: "/dev/sdb", encrypted: true }],
        }),
        "a template's disks, in its text": declare(Ec2LaunchTemplate, {
            ...image,
            blockDeviceMappings: [{ deviceName: "/dev/sdb", ebs: { encrypted: "true" } }],
        }),
        "a template's mappings without a volume": declare(Ec2LaunchTemplate, {
            ...image,
            blockDeviceMappings: [{ deviceName: "/dev/sdb", noDevice: "true" }],
        }),
        "a launch configuration's disks": declare(Ec2LaunchConfiguration, {
            ...image,
            rootBlockDevice: { encrypted: true },
            ebsBlockDevices: [
                { deviceName: "/dev/sdb", encrypted: true },
                { deviceName: "/dev/sdc", noDevice: true },
            ],
        }),
        "a file system": declare(EfsFileSystem, { encrypted: true }),
        "a task's volume, encrypted unless said": managed({ sizeInGb: 8 }),
        "a task's volume": managed({ sizeInGb: 8, encrypted: true }),
        "a desktop": desktop({ rootVolumeEncryptionEnabled: true, userVolumeEncryptionEnabled: true }),
        "FSx, always encrypted": declare(FsxLustreFileSystem, { subnetIds: "subnet-1" }),

        "a volume's key": strictly(declare(EbsVolume, { ...zone, encrypted: true, kmsKeyId })),
        "a key that the program makes": {
            given: {
                key: declare(KmsKey, {}),
                volume: declare(EbsVolume, { ...zone, encrypted: true, kmsKeyId: ref("key.arn") }),
            },
            options,
        },
        "a volume without a key, under the account's": {
            given: {
                volume: declare(EbsVolume, { ...zone, encrypted: true }),
                account: declare(EbsDefaultKmsKey, { keyArn: kmsKeyId }),
            },
            options,
        },
        "a snapshot copy's key": strictly(declare(EbsSnapshotCopy, { ...copyOf, encrypted: true, kmsKeyId })),
        "an image copy's key": strictly(declare(Ec2AmiCopy, { ...imageCopy, name: "copy", encrypted: true, kmsKeyId })),
        "an imported disk's key": strictly(declare(EbsSnapshotImport, { ...from, encrypted: true, kmsKeyId })),
        "an instance's keys": strictly(
            declare(Ec2Instance, {
                ...server,
                rootBlockDevice: { encrypted: true, kmsKeyId },
                ebsBlockDevices: [{ deviceName: "/dev/sdb", encrypted: true, kmsKeyId }],
            }),
        ),
        "a template's key": strictly(
            declare(Ec2LaunchTemplate, {
                ...image,
                blockDeviceMappings: [{ deviceName: "/dev/sdb", ebs: { encrypted: "true", kmsKeyId } }],
            }),
        ),
        "a task volume's key": strictly(managed({ sizeInGb: 8, kmsKeyId })),
        "a task without a volume": strictly(declare(EcsService, { name: "orders" })),
        "a desktop's key": strictly(
            desktop({
                rootVolumeEncryptionEnabled: true,
                userVolumeEncryptionEnabled: true,
                volumeEncryptionKey: kmsKeyId,
            }),
        ),
        "a file system's key": strictly(declare(EfsFileSystem, { encrypted: true, kmsKeyId })),
        "a replica's key": strictly(
            declare(EfsReplicationConfiguration, {
                sourceFileSystemId: "fs-1",
                destination: { region: "eu-west-1", kmsKeyId },
            }),
        ),
        "a replica that was there before": strictly(
            declare(EfsReplicationConfiguration, {
                sourceFileSystemId: "fs-1",
                destination: { fileSystemId: "fs-2" },
            }),
        ),
        "a cache's key": strictly(
            declare(FsxFileCache, {
                fileCacheType: "LUSTRE",
                fileCacheTypeVersion: "2.12",
                storageCapacity: 1200,
                subnetIds: ["subnet-1"],
                kmsKeyId,
            }),
        ),
        "Lustre's key": strictly(
            declare(FsxLustreFileSystem, { subnetIds: "subnet-1", deploymentType: "PERSISTENT_2", kmsKeyId }),
        ),
        "Lustre's scratch space, which takes no key": strictly(
            declare(FsxLustreFileSystem, { subnetIds: "subnet-1", deploymentType: "SCRATCH_2" }),
        ),
        "ONTAP's key": strictly(
            declare(FsxOntapFileSystem, {
                ...subnets,
                deploymentType: "SINGLE_AZ_1",
                preferredSubnetId: "s",
                kmsKeyId,
            }),
        ),
        "OpenZFS's key": strictly(
            declare(FsxOpenZfsFileSystem, { ...subnets, deploymentType: "SINGLE_AZ_1", kmsKeyId }),
        ),
        "Windows's key": strictly(declare(FsxWindowsFileSystem, { ...subnets, kmsKeyId })),
        "an NFS share's key": strictly(
            declare(StorageGatewayNfsFileShare, { ...share, kmsEncrypted: true, kmsKeyArn: kmsKeyId }),
        ),
        "an SMB share's key": strictly(
            declare(StorageGatewaySmbFileShare, { ...share, kmsEncrypted: true, kmsKeyArn: kmsKeyId } as Example),
        ),
    },
    invalid: {
        "an NFS share in a mode that does not use its key": {
            ...strictly(declare(StorageGatewayNfsFileShare, { ...share, kmsKeyArn: kmsKeyId })),
            reports: ["kmsEncrypted"],
        },
        "an SMB share in a mode that does not": {
            ...strictly(declare(StorageGatewaySmbFileShare, { ...share, kmsEncrypted: false, kmsKeyArn: kmsKeyId })),
            reports: ["kmsEncrypted"],
        },
        "a volume, absent": { given: declare(EbsVolume, zone), reports: ["encrypted"], weighs: ["high"] },
        "a volume, switched off": { given: { plain }, reports: ["plain: encrypted"] },
        "a volume, as Python writes it": {
            given: declare(EbsVolume, { ...zone, encrypted: "False" as never }),
            reports: ["encrypted"],
        },
        "a key without the switch": { given: declare(EbsVolume, { ...zone, kmsKeyId }), reports: ["encrypted"] },
        "the account's default, switched off, and a volume beside it": {
            given: { plain, account: declare(EbsEncryptionByDefault, { enabled: false }) },
            reports: ["account: enabled", "plain: encrypted"],
        },
        "the account's default, switched off": {
            given: declare(EbsEncryptionByDefault, { enabled: false }),
            reports: ["enabled"],
        },
        "a copy of a snapshot that asks for none": {
            given: declare(EbsSnapshotCopy, { ...copyOf, encrypted: false }),
            reports: ["encrypted"],
            weighs: ["low"],
        },
        "a copy of an image that asks for none": {
            given: declare(Ec2AmiCopy, { ...imageCopy, name: "copy", encrypted: false }),
            reports: ["encrypted"],
            weighs: ["low"],
        },
        "an imported disk": { given: declare(EbsSnapshotImport, from), reports: ["encrypted"], weighs: ["high"] },
        "a schedule's copies": {
            given: schedule({ target: "us-east-1", encrypted: false }),
            reports: ["policyDetails.schedules[0].crossRegionCopyRules[0].encrypted"],
            weighs: ["low"],
        },
        "an event's copies": {
            given: action({ encrypted: false }),
            reports: ["policyDetails.action.crossRegionCopies[0].encryptionConfiguration.encrypted"],
            weighs: ["low"],
        },
        "an image's new disk": {
            given: declare(Ec2Ami, { name: "image", ebsBlockDevices: [{ deviceName: "/dev/sdb", volumeSize: 8 }] }),
            reports: ["ebsBlockDevices[0].encrypted"],
        },
        "an instance's disks, one of which says nothing": {
            given: declare(Ec2Instance, {
                ...server,
                ebsBlockDevices: [
                    { deviceName: "/dev/sdb", encrypted: true },
                    { deviceName: "/dev/sdc" },
                    { deviceName: "/dev/sdd", encrypted: false },
                ],
            }),
            reports: ["ebsBlockDevices[1].encrypted", "ebsBlockDevices[2].encrypted", "rootBlockDevice.encrypted"],
            weighs: ["high", "high", "medium"],
        },
        "an instance's first disk, switched off": {
            given: declare(Ec2Instance, { ...server, rootBlockDevice: { encrypted: false } }),
            reports: ["rootBlockDevice.encrypted"],
            weighs: ["high"],
        },
        "a spot request's disks": {
            given: declare(Ec2SpotInstanceRequest, {
                ...server,
                rootBlockDevice: { encrypted: false },
                ebsBlockDevices: [{ deviceName: "/dev/sdb" }],
            }),
            reports: ["ebsBlockDevices[0].encrypted", "rootBlockDevice.encrypted"],
        },
        "a template's disks": {
            given: declare(Ec2LaunchTemplate, {
                ...image,
                blockDeviceMappings: [
                    { deviceName: "/dev/sda1", ebs: { encrypted: "false" } },
                    { deviceName: "/dev/sdb", ebs: { volumeSize: 8 } },
                ],
            }),
            reports: ["blockDeviceMappings[0].ebs.encrypted", "blockDeviceMappings[1].ebs.encrypted"],
        },
        "a launch configuration's disks": {
            given: declare(Ec2LaunchConfiguration, { ...image, ebsBlockDevices: [{ deviceName: "/dev/sdb" }] }),
            reports: ["ebsBlockDevices[0].encrypted", "rootBlockDevice.encrypted"],
            weighs: ["high", "medium"],
        },
        "a file system": { given: declare(EfsFileSystem, {}), reports: ["encrypted"], weighs: ["high"] },
        "a task's volume, switched off": {
            given: managed({ encrypted: false }),
            reports: ["volumeConfiguration.managedEbsVolume.encrypted"],
        },
        "a desktop's disks": {
            given: desktop({ rootVolumeEncryptionEnabled: false }),
            reports: ["rootVolumeEncryptionEnabled", "userVolumeEncryptionEnabled"],
            weighs: ["medium", "medium"],
        },

        "a volume without a key": {
            ...strictly(declare(EbsVolume, { ...zone, encrypted: true })),
            reports: ["kmsKeyId"],
            weighs: ["low"],
        },
        "a volume that is not encrypted, once": { ...strictly(declare(EbsVolume, zone)), reports: ["encrypted"] },
        "a key that AWS manages": {
            ...strictly(declare(EbsVolume, { ...zone, encrypted: true, kmsKeyId: "alias/aws/ebs" })),
            reports: ["kmsKeyId"],
        },
        "a snapshot copy without a key": {
            ...strictly(declare(EbsSnapshotCopy, { ...copyOf, encrypted: true })),
            reports: ["kmsKeyId"],
        },
        "an image copy without a key": {
            ...strictly(declare(Ec2AmiCopy, { ...imageCopy, name: "copy", encrypted: true })),
            reports: ["kmsKeyId"],
        },
        "an imported disk without a key": {
            ...strictly(declare(EbsSnapshotImport, { ...from, encrypted: true })),
            reports: ["kmsKeyId"],
        },
        "an instance's disks without keys": {
            ...strictly(
                declare(Ec2Instance, {
                    ...server,
                    rootBlockDevice: { encrypted: true },
                    ebsBlockDevices: [{ deviceName: "/dev/sdb", encrypted: true }],
                }),
            ),
            reports: ["ebsBlockDevices[0].kmsKeyId", "rootBlockDevice.kmsKeyId"],
        },
        "a template's disk without a key": {
            ...strictly(
                declare(Ec2LaunchTemplate, {
                    ...image,
                    blockDeviceMappings: [{ deviceName: "/dev/sdb", ebs: { encrypted: "true" } }],
                }),
            ),
            reports: ["blockDeviceMappings[0].ebs.kmsKeyId"],
        },
        "a task's volume without a key": {
            ...strictly(managed({ sizeInGb: 8 })),
            reports: ["volumeConfiguration.managedEbsVolume.kmsKeyId"],
        },
        "a desktop without a key": {
            ...strictly(desktop({ rootVolumeEncryptionEnabled: true, userVolumeEncryptionEnabled: true })),
            reports: ["volumeEncryptionKey"],
        },
        "a file system without a key": {
            ...strictly(declare(EfsFileSystem, { encrypted: true })),
            reports: ["kmsKeyId"],
        },
        "a replica without a key": {
            ...strictly(
                declare(EfsReplicationConfiguration, {
                    sourceFileSystemId: "fs-1",
                    destination: { region: "eu-west-1" },
                }),
            ),
            reports: ["destination.kmsKeyId"],
        },
        "a cache without a key": {
            ...strictly(
                declare(FsxFileCache, {
                    fileCacheType: "LUSTRE",
                    fileCacheTypeVersion: "2.12",
                    storageCapacity: 1200,
                    subnetIds: ["subnet-1"],
                }),
            ),
            reports: ["kmsKeyId"],
        },
        "Lustre without a key": {
            ...strictly(declare(FsxLustreFileSystem, { subnetIds: "subnet-1", deploymentType: "PERSISTENT_1" })),
            reports: ["kmsKeyId"],
        },
        "ONTAP without a key": {
            ...strictly(
                declare(FsxOntapFileSystem, { ...subnets, deploymentType: "SINGLE_AZ_1", preferredSubnetId: "s" }),
            ),
            reports: ["kmsKeyId"],
        },
        "OpenZFS without a key": {
            ...strictly(declare(FsxOpenZfsFileSystem, { ...subnets, deploymentType: "SINGLE_AZ_1" })),
            reports: ["kmsKeyId"],
        },
        "Windows without a key": { ...strictly(declare(FsxWindowsFileSystem, subnets)), reports: ["kmsKeyId"] },
        "an NFS share without a key": {
            ...strictly(declare(StorageGatewayNfsFileShare, share)),
            reports: ["kmsKeyArn"],
        },
        "an SMB share without a key": {
            ...strictly(declare(StorageGatewaySmbFileShare, share)),
            reports: ["kmsKeyArn"],
        },
    },
    undecided: {
        "a switch not known yet": {
            given: { setting, volume: declare(EbsVolume, { ...zone, encrypted: ref("setting.value") }) },
            awaits: ["volume.encrypted"],
        },
        "the account's default not known yet": {
            given: { setting, plain, account: declare(EbsEncryptionByDefault, { enabled: ref("setting.value") }) },
            awaits: ["account.enabled"],
        },
        "a list not known yet": {
            given: {
                setting,
                server: declare(Ec2Instance, {
                    ...server,
                    rootBlockDevice: { encrypted: true },
                    ebsBlockDevices: ref("setting.value"),
                } as never),
            },
            awaits: ["server.ebsBlockDevices"],
        },
        "a list of schedules not known yet": {
            given: {
                setting,
                lifecycle: lifecycle({ schedules: ref("setting.value") }),
            },
            awaits: ["lifecycle.policyDetails.schedules"],
        },
    },
});
