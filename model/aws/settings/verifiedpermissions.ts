/** Amazon Verified Permissions. Source: typings and documentation of @pulumi/aws 7.48.0. */
import { VerifiedPermissionsPolicyStore } from "../types";
import { bad, fromVersion } from "./condition";
import { noneOf } from "./good";
import { settings } from "./setting";

export const verifiedPermissions = [
    settings(VerifiedPermissionsPolicyStore, "directory", {
        protectedFromDeletion: {
            at: (store) => store.deletionProtection,
            good: noneOf("DISABLED"),
            absent: bad,
            // Version 6 has no such property.
            only: fromVersion(7),
            severity: "medium",
            says: {
                absent: "absent, so one call deletes it, and every decision of who may do what fails",
                otherwise: "DISABLED, so one call deletes it, and every decision of who may do what fails",
            },
            fix: 'Set deletionProtection: "ENABLED".',
        },
    }),
].flat();
