import {
    BatchJobDefinition,
    EcsTaskDefinition,
    EfsAccessPoint,
    EfsFileSystem,
    EfsFileSystemPolicy,
} from "../../../model/aws";
import { declare, type Example, json, policyOf, ref, unknown } from "../../../pack";
import rule from "../../../policies/encryption-in-transit/efs-transit-encryption";
import { computed } from "../../support/programs";
import { testRule } from "../../support/rule-tester";

const over = (tls: boolean | string) => ({ Bool: { "aws:SecureTransport": tls } });
const clients = {
    Principal: { AWS: "*" },
    Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
    Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } },
};
const denial = { Effect: "Deny", Principal: "*", Action: "*", Condition: over("false") };
const files = { files: declare(EfsFileSystem, {}) };
const under = (...statements: readonly object[]) => ({
    ...files,
    policy: declare(EfsFileSystemPolicy, { fileSystemId: ref("files.id"), policy: policyOf(...statements) }),
});
const point = (inputs: object) => ({
    point: declare(EfsAccessPoint, {
        fileSystemId: "fs-0a1b2c3d",
        posixUser: { uid: 1000, gid: 1000 },
        rootDirectory: { path: "/orders" },
        ...inputs,
    } as Example),
});
const volume = (inputs: object) => ({
    name: "files",
    efsVolumeConfiguration: { fileSystemId: "fs-0a1b2c3d", ...inputs },
});
const task = (...volumes: readonly object[]) => ({
    task: declare(EcsTaskDefinition, { family: "orders", containerDefinitions: "[]", volumes } as Example),
});
const job = (...volumes: readonly object[]) => ({
    job: declare(BatchJobDefinition, {
        type: "container",
        containerProperties: json({ image: "orders", volumes }),
    } as Example),
});
const reports = (given: object, ...at: readonly string[]) => ({ given: given as never, reports: at });
const role = { ...clients, Principal: { AWS: "arn:aws:iam::111122223333:role/orders" } };

testRule(rule, {
    valid: {
        "plain clients denied": under(clients, denial),
        "plain clients denied, on its ARN": under(clients, { ...denial, Resource: ref("files.arn") }),
        "mounting denied": under(clients, { ...denial, Action: "elasticfilesystem:Client*" }),
        "TLS asked of each": under({ ...clients, Condition: over(true) }),
        "signed clients alone, who need TLS": under(role),
        "a policy that allows nothing": under(denial),
        "of a file system elsewhere": {
            policy: declare(EfsFileSystemPolicy, {
                fileSystemId: "fs-0a1b2c3d",
                policy: policyOf(clients, {
                    ...denial,
                    Resource: "arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-0a1b2c3d",
                }),
            }),
        },
        "a task over TLS": task(volume({ transitEncryption: "ENABLED" })),
        "a task without a file system": task({ name: "scratch" }),
        "a job over TLS": job(volume({ transitEncryption: "ENABLED" })),
        "a confined access point": point({}),
        "a user as text": point({ posixUser: { uid: "1000", gid: "1000" } }),
    },
    invalid: {
        "no policy": reports(files, "files: policy"),
        "everybody by the mount target": reports(under(clients), "policy: policy"),
        "writing alone denied": reports(
            under(clients, { ...denial, Action: "elasticfilesystem:ClientWrite" }),
            "policy: policy",
        ),
        "TLS denied": reports(under(clients, { ...denial, Condition: over("true") }), "policy: policy"),
        "another file system denied": reports(
            under(clients, {
                ...denial,
                Resource: "arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-99999999",
            }),
            "policy: policy",
        ),
        "a task in plain text, of two volumes": reports(
            task(volume({ transitEncryption: "ENABLED" }), volume({ transitEncryption: "DISABLED" })),
            "task: volumes[1].efsVolumeConfiguration.transitEncryption",
        ),
        "a task that says nothing": reports(
            task(volume({})),
            "task: volumes[0].efsVolumeConfiguration.transitEncryption",
        ),
        "a job": reports(
            job(volume({})),
            "job: containerProperties.volumes[0].efsVolumeConfiguration.transitEncryption",
        ),
        "an access point of the root": reports(point({ rootDirectory: { path: "/" } }), "point: rootDirectory.path"),
        "an access point without a directory": reports(
            point({ rootDirectory: undefined }),
            "point: rootDirectory.path",
        ),
        "what only the provider knows of a directory": reports(
            point({ rootDirectory: computed }),
            "point: rootDirectory.path",
        ),
        "an access point for root": reports(point({ posixUser: { uid: 0, gid: 0 } }), "point: posixUser.uid"),
        "an access point for root, as text": reports(
            point({ posixUser: { uid: "0", gid: "0" } }),
            "point: posixUser.uid",
        ),
        "an access point for all users": reports(point({ posixUser: undefined }), "point: posixUser.uid"),
    },
    undecided: {
        "a policy that is not known yet": {
            given: {
                ...files,
                policy: declare(EfsFileSystemPolicy, { fileSystemId: ref("files.id"), policy: unknown } as Example),
            },
            awaits: ["policy.policy"],
        },
        "how a task mounts": {
            given: task(volume({ transitEncryption: unknown })),
            awaits: ["task.volumes[0].efsVolumeConfiguration.transitEncryption"],
        },
        "whom an access point is for": {
            given: point({ posixUser: { uid: unknown, gid: 1000 } }),
            awaits: ["point.posixUser.uid"],
        },
    },
});
