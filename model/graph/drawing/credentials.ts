/** Users and groups of IAM: who signs in as whom, by what. */
import { demandsMfa } from "../../iam";
import { all, answer, not } from "../../values";
import { isAdministrator } from "../identities/administrators";
import { type Credential, credentialsOf } from "../identities/credentials";
import { type Identity, identitiesOf } from "../identities/identities";
import { isTold } from "../link";
import type { Canvas } from "./canvas";
import { awaited } from "./certainty";
import { levelsOf } from "./levels";
import { keyHolders } from "./outside";
import { everything } from "./wild";

export function drawCredentials(canvas: Canvas): void {
    for (const credential of credentialsOf(canvas.stack)) held(canvas, credential);
    for (const identity of identitiesOf(canvas.stack)) {
        const from = identity.resource && canvas.idOf(identity.resource);
        if (from === undefined) continue;
        if (identity.kind === "group") members(canvas, identity);
        for (const group of identity.groups) {
            const to = group.resource && canvas.idOf(group.resource);
            if (to === undefined) continue;
            const says = `${canvas.nameOf(from)} is in the group ${canvas.nameOf(to)}, and gets what it has.`;
            canvas.line({ from, to, kind: "assumes", says, guard: "member", via: [] });
        }
    }
}

const ROOTS = "Delete the root user's access key, and act as a role.";
const CLOSES =
    "Give what runs on AWS a role, what runs elsewhere a role by OIDC or IAM Roles Anywhere, and people IAM Identity Center.";

function held(canvas: Canvas, { kind, resource, user, isRoots }: Credential): void {
    const to = canvas.idOf(resource);
    if (to === undefined || canvas.nodeOf(to)?.kind !== "user") return;
    const isActive = not(answer(resource.root.get("status").text()?.toLowerCase() === "inactive"));
    const certain = awaited(all(isTold(user), isActive));
    if (!certain) return;
    canvas.line({
        from: keyHolders(canvas),
        to,
        kind: "assumes",
        says: `Whoever holds the ${kind} acts as ${isRoots ? "the account's root user" : canvas.nameOf(to)}; it does not expire.`,
        guard: kind === "password" ? "password" : "static key",
        isOpen: true,
        via: [{ urn: resource.urn, path: "" }],
        closes: isRoots ? ROOTS : CLOSES,
        ...certain,
    });
    if (isRoots)
        canvas.line({
            from: to,
            to: everything(canvas),
            kind: "may",
            says: "The account's root user may do everything, whatever policies say.",
            actions: ["*"],
            levels: levelsOf("*"),
            isWide: true,
            via: [{ urn: resource.urn, path: "" }],
            closes: ROOTS,
        });
}

/** Its members, of this stack and others. Membership alone is a way in where it makes an administrator. */
function members(canvas: Canvas, identity: Identity): void {
    const to = identity.resource && canvas.idOf(identity.resource);
    if (to === undefined) return;
    const name = canvas.nameOf(to);
    const statements = identity.permissions.grants.map(({ statement }) => statement);
    const isStrong = statements.every((one) => one.effect === "Deny" || demandsMfa(one, statements));
    const open = isStrong ? undefined : awaited(isAdministrator(identity));
    canvas.line({
        from: canvas.outside({
            id: `members:${to}`,
            lane: 0,
            kind: "people",
            kindName: "Caller",
            name: `Members of ${name}`,
            sub: "People of a group",
        }),
        to,
        kind: "assumes",
        says: isStrong
            ? `Members of the group ${name} get what it has, once they show a second factor.`
            : `Every member of the group ${name} gets what it has: a password or a key is enough.`,
        guard: isStrong ? "second factor" : "member",
        ...(open && { isOpen: true as const, closes: CLOSES_GROUP, ...open }),
        via: [{ urn: to, path: "" }],
    });
}

const CLOSES_GROUP =
    'Attach a policy that allows less, and deny what comes without a second factor: Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } }.';
