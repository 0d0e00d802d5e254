import {
    IamAccessKey,
    IamServiceSpecificCredential,
    IamSigningCertificate,
    IamSshKey,
    IamUser,
    IamUserLoginProfile,
    type ResourceType,
} from "../../aws";
import type { Value } from "../../values";
import { fact } from "../fact";
import type { Link } from "../link";
import type { Resource } from "../resource";

/** Something by which a user of IAM signs in for as long as nobody takes it away. */
export interface Credential {
    readonly kind: "access key" | "password" | "service credential" | "certificate" | "SSH key";
    readonly resource: Resource;
    /** The property that names the user. */
    readonly at: Value;
    readonly user: Link;
    /** The account's root user's. */
    readonly isRoots: boolean;
}

/** Every lasting credential that the stack makes. */
export const credentialsOf = fact(
    [IamAccessKey, IamUserLoginProfile, IamServiceSpecificCredential, IamSigningCertificate, IamSshKey],
    (stack): readonly Credential[] =>
        KINDS.flatMap(({ kind, type, property }) =>
            stack.ofType<unknown>(type).map((resource): Credential => {
                const at = resource.root.get(property);
                const user = stack.link<unknown>(resource, at, IamUser);
                const isRoots =
                    user.kind === "outside" && /^(?:root|arn:[\w-]+:iam::\d{12}:root)$/i.test(user.reference);
                return { kind, resource, at, user, isRoots };
            }),
        ),
);

const KINDS: readonly {
    readonly kind: Credential["kind"];
    readonly type: ResourceType<unknown>;
    readonly property: string;
}[] = [
    { kind: "access key", type: IamAccessKey, property: "user" },
    { kind: "password", type: IamUserLoginProfile, property: "user" },
    { kind: "service credential", type: IamServiceSpecificCredential, property: "userName" },
    { kind: "certificate", type: IamSigningCertificate, property: "userName" },
    { kind: "SSH key", type: IamSshKey, property: "username" },
];
