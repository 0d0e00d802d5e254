import { IamAccessKey, IamRole, IamUser, isTagged } from "../../model/aws";
import { type Credential, credentialsOf, identityOf, linked, type Resource, type Stack } from "../../model/graph";
import { actionsOf } from "../../model/iam";
import { holds, isTrue, not, yes } from "../../model/values";
import { cwe, declare, defineStackRule, ref, type Severity, sas, strings, trusts } from "../../pack";

/** As often as a key that is changed by hand should be. */
const BRIEF_DAYS = 90;

const importer = declare(IamUser, { name: "importer" });

/** A user whom other programs give credentials is named too, with less weight. SES takes mail only from users over SMTP: a user who may do nothing else weighs less. */
export default defineStackRule({
    id: "no-iam-user-credentials",
    severity: "high",
    frameworks: [cwe(798), cwe(522), sas(7)],
    title: "Nothing signs in with lasting credentials of an IAM user.",
    why: "Such credentials do not expire: whoever copies them once, from a file, a log or the state of this stack, keeps them.",
    fix: "Give what runs on AWS a role, what runs elsewhere a role by OIDC or IAM Roles Anywhere, and people IAM Identity Center.",
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles"],
    needs: [IamUser, credentialsOf],
    options: {
        allowedUserTags: strings("Tags, KEY or KEY=VALUE, of users that may have credentials.", []),
    },
    bad: { importer, key: declare(IamAccessKey, { user: ref("importer.name") }) },
    good: { importer: declare(IamRole, { assumeRolePolicy: trusts("rolesanywhere") }) },
    *check(stack, { options }) {
        const withCredentials = new Set<Resource>();
        for (const credential of credentialsOf(stack)) {
            const { resource } = credential;
            const user = linked(credential.user);
            if (user) withCredentials.add(user);
            // no-root-access-key says more.
            if (credential.isRoots && credential.kind === "access key") continue;
            const when = user ? not(isTagged(user.root, options.allowedUserTags)) : yes;
            const severity = weight(stack, resource, user);
            yield { resource, at: "", when, message: fact(credential), severity };
        }
        for (const user of stack.ofType(IamUser)) {
            if (withCredentials.has(user)) continue;
            const when = not(isTagged(user.root, options.allowedUserTags));
            const message = "holds an identity whose credentials do not expire, wherever they are made";
            yield { resource: user, at: "", when, message, severity: "medium" };
        }
    },
});

function fact({ kind, resource: { root } }: Credential): string {
    const isKept = root.get("pgpKey").state === "absent";
    switch (kind) {
        case "password":
            return isKept && isTrue(root.get("passwordResetRequired"), false).is === "no"
                ? "holds a password for the console that stays good, and goes into the state of this stack"
                : "holds a password for the console";
        case "service credential":
            return root.get("credentialAgeDays").state === "absent"
                ? "holds a name and password for a service that do not expire"
                : "holds a key for a service that whoever copies it keeps until its days are over";
        case "certificate":
            return "holds a certificate by which a user signs requests";
        case "SSH key":
            return "holds an SSH key by which a user gets at repositories, and that does not expire";
        default:
            return isKept
                ? "holds an access key that does not expire, and its secret goes into the state of this stack"
                : "holds an access key that does not expire";
    }
}

function weight(stack: Stack, credential: Resource, user: Resource | undefined): Severity {
    const isInactive = credential.root.get("status").text()?.toLowerCase() === "inactive";
    const identity = user && identityOf(stack, user);
    const statements = identity?.permissions.grants.flatMap(({ statement }) =>
        statement.effect === "Allow" ? [statement] : [],
    );
    const onlyMails =
        identity?.unread.length === 0 &&
        statements !== undefined &&
        statements.length > 0 &&
        statements.every(
            (statement) => !statement.actions.not && actionsOf(statement).every((action) => /^ses:Send/i.test(action)),
        );
    const age = credential.root.get("credentialAgeDays");
    const isBrief = holds(age, (days) => Number(days) <= BRIEF_DAYS).is === "yes";
    return isInactive || onlyMails || isBrief ? "medium" : "high";
}
