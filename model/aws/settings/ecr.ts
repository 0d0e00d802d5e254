/** Amazon ECR. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */

import { one } from "../place";
import { EcrRepository, EcrRepositoryCreationTemplate } from "../types";
import { bad, given } from "./condition";
import { oneOf, ownKey } from "./good";
import { emptied } from "./keeping";
import { usesOwnKey } from "./own-key";
import { settings } from "./setting";

export const ecr = [
    settings(EcrRepository, "registry", {
        // What was an image is built again, if late.
        protectedFromDeletion: {
            at: (repository) => repository.forceDelete,
            ...emptied("images"),
            severity: "medium",
        },
    }),
    settings(EcrRepository, "registry", {
        customerKey: {
            at: (repository) => one(repository.encryptionConfigurations).kmsKey,
            good: ownKey,
            absent: bad,
            fix: 'Set encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: key.arn }]; the repository is replaced.',
        },
    }),
    settings(EcrRepository, "registry", {
        customerKey: {
            at: (repository) => one(repository.encryptionConfigurations).encryptionType,
            good: oneOf("KMS", "KMS_DSSE"),
            absent: bad,
            only: given((repository) => one(repository.encryptionConfigurations).kmsKey),
            says: usesOwnKey,
            fix: 'Set it to "KMS"; the repository is replaced.',
        },
    }),
    settings(EcrRepositoryCreationTemplate, "registry", {
        customerKey: { at: (template) => one(template.encryptionConfigurations).kmsKey, good: ownKey, absent: bad },
    }),
    settings(EcrRepositoryCreationTemplate, "registry", {
        customerKey: {
            at: (template) => one(template.encryptionConfigurations).encryptionType,
            good: oneOf("KMS", "KMS_DSSE"),
            absent: bad,
            only: given((template) => one(template.encryptionConfigurations).kmsKey),
            says: usesOwnKey,
            fix: 'Set it to "KMS".',
        },
    }),
].flat();
