/** AWS Storage Gateway, whose objects S3 encrypts in any case. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { StorageGatewayNfsFileShare, StorageGatewaySmbFileShare } from "../types";
import { bad, given } from "./condition";
import { on, ownKey } from "./good";
import { usesOwnKey } from "./own-key";
import { settings } from "./setting";

export const storageGateway = [
    settings(StorageGatewayNfsFileShare, "fileSystem", {
        customerKey: { at: (share) => share.kmsKeyArn, good: ownKey, absent: bad },
    }),
    settings(StorageGatewaySmbFileShare, "fileSystem", {
        customerKey: { at: (share) => share.kmsKeyArn, good: ownKey, absent: bad },
    }),
    settings([StorageGatewayNfsFileShare, StorageGatewaySmbFileShare], "fileSystem", {
        customerKey: {
            at: (share) => share.kmsEncrypted,
            good: on,
            absent: bad,
            only: given((share) => share.kmsKeyArn),
            says: usesOwnKey,
            fix: "Set it to true.",
        },
    }),
].flat();
