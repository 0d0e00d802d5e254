/** AWS Database Migration Service. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */

import { fsbp } from "../../frameworks";
import { DmsInstanceProfile, DmsReplicationInstance, DmsS3Endpoint } from "../types";
import { bad, both, given, good, unless, when } from "./condition";
import { off, on, oneOf, ownKey } from "./good";
import { usesOwnKey } from "./own-key";
import { settings } from "./setting";

/** What DMS writes into a bucket, S3 encrypts in any case; as a source it writes nothing. */
const writes = unless(
    when<NonNullable<(typeof DmsS3Endpoint)["inputs"]>>((endpoint) => endpoint.endpointType, "source"),
);

export const dms = [
    settings(DmsReplicationInstance, "replication", {
        private: {
            at: (instance) => instance.publiclyAccessible,
            good: off,
            // DMS itself makes it public; the provider always sends false.
            absent: good,
            controls: [fsbp("DMS.1")],
        },
        upgraded: {
            at: (instance) => instance.autoMinorVersionUpgrade,
            good: on,
            // Here too the provider sends false.
            absent: bad,
            controls: [fsbp("DMS.6")],
        },
        customerKey: { at: (instance) => instance.kmsKeyArn, good: ownKey, absent: bad },
    }),
    settings(DmsInstanceProfile, "replication", {
        private: {
            at: (profile) => profile.publiclyAccessible,
            good: off,
            absent: bad,
            says: {
                absent: "absent, which DMS takes for true: what migrates under this profile gets a public address",
            },
        },
    }),
    settings(DmsS3Endpoint, "replication", {
        customerKey: {
            at: (endpoint) => endpoint.serverSideEncryptionKmsKeyId,
            good: ownKey,
            absent: bad,
            only: writes,
            fix: 'Set encryptionMode: "SSE_KMS" and serverSideEncryptionKmsKeyId: key.arn.',
        },
    }),
    settings(DmsS3Endpoint, "replication", {
        customerKey: {
            at: (endpoint) => endpoint.encryptionMode,
            good: oneOf("SSE_KMS"),
            absent: bad,
            only: both(
                given((endpoint) => endpoint.serverSideEncryptionKmsKeyId),
                writes,
            ),
            says: usesOwnKey,
            fix: 'Set it to "SSE_KMS".',
        },
    }),
].flat();
