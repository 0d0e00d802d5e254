import {
    IamAccessKey,
    IamRole,
    IamServiceSpecificCredential,
    IamUser,
    IamUserLoginProfile,
    isTagged,
    type ResourceType,
} from "../../model/aws";
import { possible, type Resource, type Stack } from "../../model/graph";
import { all, no, not } from "../../model/values";
import { cis, cwe, declare, defineStackRule, fsbp, ref, type StackJudgement, sas, strings, trusts } from "../../pack";

interface Credential {
    readonly type: ResourceType;
    readonly what: string;
    /** The property that names the user. */
    readonly at: "user" | "userName";
    /** The password or secret can be encrypted to a key of one's own before it comes into the state. */
    readonly canEncrypt: boolean;
    readonly fix: string;
}

const CREDENTIALS: readonly Credential[] = [
    {
        type: IamAccessKey,
        what: "an access key",
        at: "user",
        canEncrypt: true,
        fix: "Let the workload run under a role, which gives it credentials that expire; from outside AWS, let it assume one by OpenID Connect or IAM Roles Anywhere.",
    },
    {
        type: IamUserLoginProfile,
        what: "a password for the console",
        at: "user",
        canEncrypt: true,
        fix: "Let people sign in by IAM Identity Center or another federation, and assume roles.",
    },
    {
        type: IamServiceSpecificCredential,
        what: "a password or key for one service",
        at: "userName",
        canEncrypt: false,
        fix: "Sign requests to the service with the credentials of a role.",
    },
];

/** One finding for a user: at each of its credentials, or, where it has none here, at the user. */
export default defineStackRule({
    id: "no-iam-user-credentials",
    severity: "high",
    frameworks: [fsbp("IAM.3"), cis("5.0", "1.12"), cis("5.0", "1.13"), cwe(798), cwe(522), sas(7)],
    title: "Applications have roles, not IAM users with keys and passwords.",
    why: "A credential that never expires works for whoever finds it, in code, in a log or in a backup, until somebody notices.",
    fix: "Give the workload a role; tag users that nothing can replace, such as those of SMTP, third parties and emergencies.",
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles"],
    needs: [IamUser, ...CREDENTIALS.map(({ type }) => type)],
    options: {
        allowedUserTags: strings("Tags (key=value, or key) of users that may have credentials.", [
            "purpose=smtp",
            "purpose=third-party",
            "purpose=break-glass",
        ]),
    },
    bad: { app: declare(IamUser, {}), key: declare(IamAccessKey, { user: ref("app.name") }) },
    good: { app: declare(IamRole, { assumeRolePolicy: trusts("lambda") }) },
    *check(stack, { options }) {
        const judged = new Set<Resource>();
        for (const credential of CREDENTIALS) {
            for (const resource of stack.ofType(credential.type)) {
                const users = usersOf(stack, resource, credential);
                for (const user of users) judged.add(user);
                const tagged =
                    users.length > 0 ? all(...users.map(({ root }) => isTagged(root, options.allowedUserTags))) : no;
                yield { resource, when: not(tagged), ...finding(resource, credential) };
            }
        }
        for (const resource of stack.ofType(IamUser)) {
            if (judged.has(resource)) continue;
            const when = not(isTagged(resource.root, options.allowedUserTags));
            yield {
                resource,
                at: "",
                when,
                severity: "medium",
                message: "is an IAM user, whose credentials never expire",
            };
        }
    },
});

function usersOf(stack: Stack, resource: Resource, { at }: Credential): readonly Resource[] {
    return possible(stack.link(resource, resource.root.get(at), IamUser));
}

function finding(
    { root }: Resource,
    { what, at, canEncrypt, fix }: Credential,
): Omit<StackJudgement, "resource" | "when"> {
    const isEncrypted = canEncrypt && root.get("pgpKey").state !== "absent";
    const state = isEncrypted ? "" : ", and puts its secret into the stack's state";
    const isInactive = root.get("status").text()?.toLowerCase() === "inactive";
    const message = `makes ${what} that never expires${state}`;
    return { at, message, fix, severity: isInactive ? "medium" : "high" };
}
