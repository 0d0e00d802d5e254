import { EfsFileSystem, EfsFileSystemPolicy } from "../../model/aws";
import {
    type FileAccess,
    fileSystemPolicies,
    letsInOverPlainText,
    looseAccessPoints,
    plainMounts,
} from "../../model/graph";
import { anybody } from "../../model/iam";
import { yes } from "../../model/values";
import { cwe, declare, defineStackRule, fsbp, json, ref } from "../../pack";

const IN_PLAIN_TEXT = [
    "absent, so files are read and written in plain text",
    "switched off, so files are read and written in plain text",
    'Set transitEncryption: "ENABLED".',
] as const;
const WHOLE = [
    "absent, so whoever mounts through this access point sees the whole file system",
    "the root, so whoever mounts through this access point sees the whole file system",
    'Set rootDirectory: { path: "/orders" }, a directory of its own.',
] as const;
const ANYBODY = [
    "absent, so each client says itself which user it is, root too",
    "root, so whoever mounts through this access point may change every file",
    "Set posixUser: { uid: 1000, gid: 1000 }, a user who owns that directory and nothing else.",
] as const;
const MOUNT = [{ action: "elasticfilesystem:ClientMount" }];
const files = declare(EfsFileSystem, { encrypted: true });
const everybody = {
    Effect: "Allow",
    Principal: "*",
    Action: "elasticfilesystem:ClientMount",
    Resource: ref("files.arn"),
};
const policy = (Condition?: object) =>
    declare(EfsFileSystemPolicy, {
        fileSystemId: ref("files.id"),
        policy: json({ Version: "2012-10-17", Statement: [{ ...everybody, Condition }] }),
    });

/**
 * Only clients that mount over TLS can sign in by IAM. So what comes without is held back by any policy that lets nobody in without
 * TLS, also by one that denies nothing; no policy at all lets everybody in. Lambda mounts over TLS always.
 */
export default defineStackRule({
    id: "efs-transit-encryption",
    severity: "medium",
    frameworks: [fsbp("EFS.3"), fsbp("EFS.4"), cwe(319), cwe(250)],
    title: "File systems are mounted over TLS, through access points that confine their users.",
    why: "NFS sends files in plain text, and believes each client who its user is: root may then read and change every file.",
    fix: 'Give the file system a policy that lets clients mount under Bool: { "aws:SecureTransport": "true" } only.',
    sources: [
        "https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html",
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html",
        "https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html",
    ],
    needs: [fileSystemPolicies, plainMounts, looseAccessPoints],
    bad: { files, policy: policy() },
    good: { files, policy: policy({ Bool: { "aws:SecureTransport": "true" } }) },
    *check(stack) {
        for (const hung of fileSystemPolicies(stack))
            yield { ...hung, ...letsInOverPlainText(hung, MOUNT, anybody, yes) };
        for (const mount of plainMounts(stack)) yield { ...mount, ...said(mount, IN_PLAIN_TEXT) };
        for (const { root, user } of looseAccessPoints(stack)) {
            yield { ...root, ...said(root, WHOLE) };
            yield { ...user, ...said(user, ANYBODY) };
        }
    },
});

function said({ at }: FileAccess, [absent, otherwise, fix]: readonly [string, string, string]) {
    return { message: at.state === "absent" ? absent : otherwise, fix };
}
