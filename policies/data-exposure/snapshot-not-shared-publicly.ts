import { publicShares, sharingTypes } from "../../model/aws";
import { cwe, defineRule, fsbp, owasp } from "../../pack";

const snapshot = { dbInstanceIdentifier: "orders", dbSnapshotIdentifier: "orders-before-migration" };

export default defineRule({
    id: "snapshot-not-shared-publicly",
    severity: "high",
    frameworks: [fsbp("RDS.1"), fsbp("SSM.4"), cwe(668), owasp(5)],
    title: "Snapshots, machine images, documents and layers are not shared with everyone.",
    why: "A public snapshot or image is copied by whoever looks for one, with all the data and keys in it, and no copy can be taken back.",
    fix: "Name the accounts that may use it by their ids, and nobody else.",
    sources: [
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html",
        "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html",
        "https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html",
        "https://docs.aws.amazon.com/lambda/latest/dg/permissions-layer-cross-account.html",
        "https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html",
    ],
    bad: { ...snapshot, sharedAccounts: ["all"] },
    good: { ...snapshot, sharedAccounts: ["444455556666"] },
    resource: sharingTypes,
    check: (_inputs, { type, root }) =>
        publicShares(type, root).map(({ at, when, isGuard, isOften }) =>
            isGuard
                ? {
                      when,
                      at,
                      message: "allows whoever may share in this account to share with everyone",
                      fix: 'Set state: "block-all-sharing" (for images "block-new-sharing"; for the service setting settingValue: "Disable").',
                      severity: "medium",
                  }
                : { when, at, message: "shared with every AWS account", ...(isOften && { severity: "medium" }) },
        ),
});
