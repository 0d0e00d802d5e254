/** Amazon Kinesis and Amazon Data Firehose. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { FirehoseDeliveryStream, KinesisStream, KinesisVideoStream } from "../types";
import { bad, both, given, switchedOn, unless, when } from "./condition";
import { noneOf, on, oneOf, ownKey } from "./good";
import { usesOwnKey } from "./own-key";
import { settings } from "./setting";

type DeliveryStream = NonNullable<(typeof FirehoseDeliveryStream)["inputs"]>;

const reads = given<DeliveryStream>(
    (stream) => stream.kinesisSourceConfiguration,
    (stream) => stream.mskSourceConfiguration,
);

export const kinesis = [
    settings(KinesisStream, "stream", {
        encryptedAtRest: {
            at: (stream) => stream.encryptionType,
            good: noneOf("NONE"),
            absent: bad,
            says: { otherwise: "switched off, so records are stored in plain text" },
            fix: 'Set encryptionType: "KMS", and kmsKeyId: "alias/aws/kinesis" or a key of your own.',
            controls: [fsbp("Kinesis.1")],
        },
        customerKey: {
            at: (stream) => stream.kmsKeyId,
            good: ownKey,
            absent: bad,
            only: when((stream) => stream.encryptionType, "KMS"),
        },
    }),
    // A stream that reads from another keeps nothing itself, and takes no such setting.
    settings(FirehoseDeliveryStream, "stream", {
        encryptedAtRest: {
            at: (stream) => stream.serverSideEncryption.enabled,
            good: on,
            absent: bad,
            only: unless(reads),
            controls: [fsbp("DataFirehose.1")],
        },
        customerKey: {
            at: (stream) => stream.serverSideEncryption.keyArn,
            good: ownKey,
            absent: bad,
            only: both(
                switchedOn((stream) => stream.serverSideEncryption.enabled),
                unless(reads),
            ),
        },
    }),
    settings(FirehoseDeliveryStream, "stream", {
        customerKey: {
            at: (stream) => stream.serverSideEncryption.keyType,
            good: oneOf("CUSTOMER_MANAGED_CMK"),
            absent: bad,
            only: both(
                given((stream) => stream.serverSideEncryption.keyArn),
                switchedOn((stream) => stream.serverSideEncryption.enabled),
                unless(reads),
            ),
            says: usesOwnKey,
            fix: 'Set it to "CUSTOMER_MANAGED_CMK".',
        },
    }),
    settings(KinesisVideoStream, "stream", {
        customerKey: { at: (stream) => stream.kmsKeyId, good: ownKey, absent: bad },
    }),
].flat();
