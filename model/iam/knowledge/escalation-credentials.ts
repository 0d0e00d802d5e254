import { BISHOP_FOX, DOCS, type EscalationPath, hackTricks, pathfinding, RHINO, reach } from "./escalation-path";

/** Paths through credentials of users, and through providers of identities. One's own give nothing that one has not. */
export const CREDENTIAL_PATHS: readonly EscalationPath[] = [
    reach("create-access-key", "user", {
        title: "Make an access key for a user",
        needs: ["iam:CreateAccessKey"],
        effect: "It holds lasting credentials of that user.",
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-002")],
    }),
    reach("create-login-profile", "user", {
        title: "Give a user a password for the console",
        needs: ["iam:CreateLoginProfile"],
        effect: "It signs in to the console as that user.",
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-004")],
    }),
    reach("update-login-profile", "user", {
        title: "Change a user's password for the console",
        needs: ["iam:UpdateLoginProfile"],
        effect: "It signs in to the console as that user.",
        sources: [RHINO, BISHOP_FOX, pathfinding("iam-006")],
    }),
    reach("create-service-credential", "user", {
        title: "Make a service-specific credential for a user",
        needs: ["iam:CreateServiceSpecificCredential"],
        effect: "It acts as that user towards the services that take such credentials: Bedrock, CodeCommit, Keyspaces.",
        sources: [
            "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceSpecificCredential.html",
            hackTricks("aws-iam-privesc"),
        ],
    }),
    reach("reset-service-credential", "user", {
        title: "Set anew a user's service-specific credential",
        needs: ["iam:ResetServiceSpecificCredential"],
        effect: "It is told the new password, and acts as that user towards the services that take such credentials.",
        sources: [
            `${DOCS}/IAM/latest/APIReference/API_ResetServiceSpecificCredential.html`,
            hackTricks("aws-iam-privesc"),
        ],
    }),
    reach("upload-ssh-key", "user", {
        title: "Give a user an SSH key",
        needs: ["iam:UploadSSHPublicKey"],
        effect: "It acts as that user towards CodeCommit, with a key of its own.",
        sources: [`${DOCS}/IAM/latest/APIReference/API_UploadSSHPublicKey.html`, hackTricks("aws-iam-privesc")],
    }),
    reach("activate-access-key", "user", {
        title: "Activate an access key of a user again",
        needs: ["iam:UpdateAccessKey"],
        effect: "A key that was switched off, after a leak say, holds that user's credentials again.",
        provided: "it has such a key",
        sources: [`${DOCS}/IAM/latest/APIReference/API_UpdateAccessKey.html`, hackTricks("aws-iam-privesc")],
    }),
    reach("remove-second-factor", "user", {
        title: "Take a second factor from a user",
        needs: ["iam:DeactivateMFADevice"],
        effect: "Whoever has the user's password signs in with it alone.",
        provided: "it has the user's password",
        sources: [`${DOCS}/IAM/latest/APIReference/API_DeactivateMFADevice.html`, hackTricks("aws-iam-privesc")],
    }),
    reach("bind-second-factor", "user", {
        title: "Give a user a second factor of one's own",
        needs: ["iam:EnableMFADevice"],
        effect: "It meets the demand for a second factor in that user's name.",
        provided: "it has the user's password or access key",
        sources: [`${DOCS}/IAM/latest/APIReference/API_EnableMFADevice.html`, hackTricks("aws-iam-privesc")],
    }),
    reach("update-saml-provider", "identity-provider", {
        title: "Replace the metadata of a SAML provider",
        needs: ["iam:UpdateSAMLProvider"],
        effect: "It signs assertions of its own and assumes every role that trusts the provider.",
        sources: [
            "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateSAMLProvider.html",
            hackTricks("aws-iam-privesc"),
        ],
    }),
    reach("replace-oidc-thumbprint", "identity-provider", {
        title: "Replace the thumbprints of an OpenID Connect provider",
        needs: ["iam:UpdateOpenIDConnectProviderThumbprint"],
        effect: "Tokens that a server of its own signs are taken for the issuer's, by every role that trusts the provider.",
        provided: "it answers in the issuer's place and no public authority has signed the issuer's certificate",
        sources: [
            `${DOCS}/IAM/latest/UserGuide/id_roles_providers_create_oidc_verify-thumbprint.html`,
            hackTricks("aws-iam-privesc"),
        ],
    }),
];
