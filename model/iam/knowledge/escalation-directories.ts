import { DOCS, type EscalationPath, hackTricks, reach, throughout } from "./escalation-path";

const API = `${DOCS}/singlesignon/latest/APIReference`;
const AUTHORIZATION = `${DOCS}/service-authorization/latest/reference`;
const SETS = "Leave permission sets to the team that runs Identity Center.";
const MEMBERS = "Leave users and groups of the directory to the team that runs it.";

/** Paths through Identity Center, and through directories whose users sign in to AWS. */
export const DIRECTORY_PATHS: readonly EscalationPath[] = [
    reach("assign-permission-set", "permission-set", {
        title: "Assign a permission set of Identity Center",
        needs: ["sso:CreateAccountAssignment"],
        effect: "A user of its choice signs in to an account with the permissions of that set.",
        fix: "Leave assignments to the team that runs Identity Center.",
        sources: [
            "https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateAccountAssignment.html",
            hackTricks("aws-sso-and-identitystore-privesc"),
        ],
    }),
    reach("widen-permission-set", "permission-set", {
        title: "Widen a permission set of Identity Center",
        needs: ["sso:ProvisionPermissionSet"],
        anyOf: [
            "sso:PutInlinePolicyToPermissionSet",
            "sso:AttachManagedPolicyToPermissionSet",
            "sso:AttachCustomerManagedPolicyReferenceToPermissionSet",
        ],
        effect: "Everyone who is assigned the set becomes what it writes into the set.",
        fix: SETS,
        sources: [`${API}/API_PutInlinePolicyToPermissionSet.html`, hackTricks("aws-sso-and-identitystore-privesc")],
    }),
    reach("unbind-permission-set", "permission-set", {
        title: "Take from a permission set of Identity Center what holds it back",
        needs: ["sso:ProvisionPermissionSet"],
        anyOf: [
            "sso:DeleteInlinePolicyFromPermissionSet",
            "sso:DeletePermissionsBoundaryFromPermissionSet",
            "sso:PutPermissionsBoundaryToPermissionSet",
        ],
        effect: "All that the set's other policies allow becomes effective for everyone who is assigned it.",
        provided: "a denial or a boundary holds the set back",
        fix: SETS,
        sources: [
            `${API}/API_DeletePermissionsBoundaryFromPermissionSet.html`,
            hackTricks("aws-sso-and-identitystore-privesc"),
        ],
    }),
    reach("write-permission-set", "permission-set", {
        title: "Write the inline policy of a permission set of Identity Center",
        needs: ["sso:PutInlinePolicyToPermissionSet"],
        effect: "Everyone who is assigned the set from then on becomes what it writes into the set.",
        provided: "somebody provisions or assigns the set after it",
        fix: SETS,
        sources: [`${API}/API_PutInlinePolicyToPermissionSet.html`],
    }),
    reach("join-directory-group", "directory-group", {
        title: "Add a user to a group of Identity Center",
        needs: ["identitystore:CreateGroupMembership"],
        effect: "A user of its choice has every permission set that the group is assigned.",
        fix: MEMBERS,
        sources: [
            `${DOCS}/singlesignon/latest/IdentityStoreAPIReference/API_CreateGroupMembership.html`,
            hackTricks("aws-sso-and-identitystore-privesc"),
        ],
    }),
    throughout("join-directory-group-by-console", "directory-group", {
        title: "Add a user to a group of Identity Center, as its console does",
        needs: ["sso-directory:AddMemberToGroup"],
        effect: "A user of its choice has every permission set that the group is assigned.",
        fix: MEMBERS,
        sources: [`${AUTHORIZATION}/list_awsiamidentitycenterdirectory.html`],
    }),
    throughout("set-directory-password", "directory", {
        title: "Set the password of a user of Identity Center",
        needs: ["sso-directory:UpdatePassword"],
        effect: "It signs in as that user, with every permission set that the user is assigned.",
        fix: MEMBERS,
        sources: [`${AUTHORIZATION}/list_awsiamidentitycenterdirectory.html`],
    }),
    reach("reset-directory-password", "directory", {
        title: "Reset the password of a directory's user",
        needs: ["ds:ResetUserPassword"],
        effect: "It signs in as that user wherever the directory is trusted: Identity Center, the console, WorkSpaces.",
        provided: "the directory's users sign in to AWS",
        fix: MEMBERS,
        sources: [`${DOCS}/directoryservice/latest/devguide/API_ResetUserPassword.html`],
    }),
];
