import {
    EbsSnapshotBlockPublicAccess,
    Ec2AmiLaunchPermission,
    Ec2ImageBlockPublicAccess,
    ImageBuilderDistributionConfiguration,
    LambdaLayerVersionPermission,
    RdsClusterSnapshot,
    RdsClusterSnapshotCopy,
    RdsSnapshot,
    RdsSnapshotCopy,
    SsmDocument,
    SsmServiceSetting,
} from "../../../model/aws";
import { declare, unknown } from "../../../pack";
import rule from "../../../policies/data-exposure/snapshot-not-shared-publicly";
import { testRule } from "../../support/rule-tester";

const database = (sharedAccounts: unknown) =>
    declare(RdsSnapshot, { dbInstanceIdentifier: "orders", dbSnapshotIdentifier: "copy", sharedAccounts } as never);
const cluster = (sharedAccounts: readonly string[]) =>
    declare(RdsClusterSnapshot, { dbClusterIdentifier: "orders", dbClusterSnapshotIdentifier: "copy", sharedAccounts });
const copied = { sourceDbSnapshotIdentifier: "from", targetDbSnapshotIdentifier: "to" };
const clusterCopied = { sourceDbClusterSnapshotIdentifier: "from", targetDbClusterSnapshotIdentifier: "to" };
const image = (permission: object) =>
    declare(Ec2AmiLaunchPermission, { imageId: "ami-0a1b2c3d4e5f60718", ...permission });
const distributed = (launchPermission: object) =>
    declare(ImageBuilderDistributionConfiguration, {
        distributions: [{ region: "eu-west-1", amiDistributionConfiguration: { launchPermission } }],
    });
const document = (permissions: Record<string, string>) =>
    declare(SsmDocument, { documentType: "Command", content: "{}", permissions });
const setting = (settingId: string, settingValue: string) => declare(SsmServiceSetting, { settingId, settingValue });
const layer = (inputs: object) =>
    declare(LambdaLayerVersionPermission, {
        layerName: "shared",
        versionNumber: 1,
        statementId: "all",
        action: "lambda:GetLayerVersion",
        ...inputs,
    } as never);
const SHARING = "/ssm/documents/console/public-sharing-permission";

testRule(rule, {
    valid: {
        "shared with nobody": { one: database(undefined), two: database([]) },
        "shared with accounts by name": {
            database: database(["444455556666"]),
            cluster: cluster(["444455556666"]),
            copy: declare(RdsSnapshotCopy, { ...copied, sharedAccounts: ["444455556666"] }),
            clusterCopy: declare(RdsClusterSnapshotCopy, { ...clusterCopied, sharedAccounts: ["444455556666"] }),
            image: image({ accountId: "444455556666" }),
            organization: image({ organizationArn: "arn:aws:organizations::111122223333:organization/o-abcdefghij" }),
            distributed: distributed({ userIds: ["444455556666"] }),
            document: document({ type: "Share", account_ids: "444455556666,777788889999" }),
        },
        "a layer for one organization": { one: layer({ principal: "*", organizationId: "o-a1b2c3d4e5" }) },
        "a layer for one account": { one: layer({ principal: "444455556666" }) },
        "a region that refuses to share": {
            snapshots: declare(EbsSnapshotBlockPublicAccess, { state: "block-all-sharing" }),
            later: declare(EbsSnapshotBlockPublicAccess, { state: "block-new-sharing" }),
            images: declare(Ec2ImageBlockPublicAccess, { state: "block-new-sharing" }),
            documents: setting(SHARING, "Disable"),
        },
        "another setting of the service": { one: setting("/ssm/parameter-store/high-throughput-enabled", "Enable") },
    },
    invalid: {
        "a layer": { given: { one: layer({ principal: "*" }) }, reports: ["one: principal"], weighs: ["medium"] },
        "a snapshot of a database": {
            given: { one: database(["all"]) },
            reports: ["one: sharedAccounts[0]"],
            weighs: ["high"],
        },
        "beside an account whose id is not known yet": {
            given: { one: database([unknown, "all"]) },
            reports: ["one: sharedAccounts[1]"],
        },
        "a snapshot of a cluster": { given: { one: cluster(["all"]) }, reports: ["one: sharedAccounts[0]"] },
        "copies of snapshots": {
            given: {
                one: declare(RdsSnapshotCopy, { ...copied, sharedAccounts: ["all"] }),
                two: declare(RdsClusterSnapshotCopy, { ...clusterCopied, sharedAccounts: ["all"] }),
            },
            reports: ["one: sharedAccounts[0]", "two: sharedAccounts[0]"],
        },
        "a machine image": { given: { one: image({ group: "all" }) }, reports: ["one: group"] },
        "machine images that are built": {
            given: { one: distributed({ userGroups: ["all"] }) },
            reports: ["one: distributions[0].amiDistributionConfiguration.launchPermission.userGroups[0]"],
        },
        "a document": {
            given: {
                one: document({ type: "Share", account_ids: "All" }),
                two: document({ type: "Share", account_ids: "444455556666, all" }),
            },
            reports: ["one: permissions.account_ids", "two: permissions.account_ids"],
        },
        "a region that lets anyone share": {
            given: {
                documents: setting(`arn:aws:ssm:eu-west-1:111122223333:servicesetting${SHARING}`, "Enable"),
                images: declare(Ec2ImageBlockPublicAccess, { state: "unblocked" }),
                snapshots: declare(EbsSnapshotBlockPublicAccess, { state: "unblocked" }),
            },
            reports: ["documents: settingValue", "images: state", "snapshots: state"],
            weighs: ["medium", "medium", "medium"],
        },
    },
    undecided: {
        "accounts that are not known yet": {
            given: { one: database(unknown), two: database([unknown]) },
            awaits: ["sharedAccounts", "sharedAccounts[0]"],
        },
        "a group that is not known yet": { given: { one: image({ group: unknown }) }, awaits: ["group"] },
    },
});
