/** Identity pools: who gets credentials there, and as which role. */
import { CognitoIdentityPool, CognitoUserPool, IamRole } from "../../aws";
import { cognitoTrust, parsePolicy, trustsCognito } from "../../iam";
import { all, isTrue, not } from "../../values";
import { poolRolesOf } from "../identities/identity-pools";
import { isTold, possible } from "../link";
import { isOf, type Resource } from "../resource";
import type { Canvas } from "./canvas";
import { awaited } from "./certainty";
import { anyAccount, internet, tokenHolders } from "./outside";

export function drawPools(canvas: Canvas): void {
    for (const pool of canvas.stack.ofType<unknown>(CognitoIdentityPool)) enter(canvas, pool);
    for (const one of poolRolesOf(canvas.stack))
        for (const pool of possible(one.pool))
            for (const role of possible(one.role)) {
                const [from, to] = [canvas.idOf(pool), canvas.idOf(role)];
                if (from === undefined || to === undefined) continue;
                const isForGuests = one.slot === "unauthenticated";
                const isOn = isForGuests ? letsGuests(pool) : undefined;
                const certain = awaited(all(isTold(one.pool), isTold(one.role), ...(isOn ? [isOn] : [])));
                if (!certain) continue;
                canvas.line({
                    from,
                    to,
                    kind: "assumes",
                    says: SAYS[one.slot](role.name),
                    ...(!isForGuests && { guard: "signed in" }),
                    via: [{ urn: one.attachment.urn, path: one.at.path }],
                    ...certain,
                });
            }
    for (const role of canvas.stack.ofType<unknown>(IamRole)) anyPool(canvas, role);
}

const SAYS = {
    authenticated: (role: string) => `Whoever signed in acts as ${role}.`,
    unauthenticated: (role: string) => `Guests act as ${role}.`,
    mapped: (role: string) => `Whoever signed in, and whom a rule picks out, acts as ${role}.`,
} as const;

function letsGuests(pool: Resource) {
    return isTrue(pool.root.get("allowUnauthenticatedIdentities"), false);
}

function enter(canvas: Canvas, pool: Resource): void {
    const to = canvas.idOf(pool);
    if (to === undefined) return;
    const guests = awaited(letsGuests(pool));
    if (guests)
        canvas.line({
            from: internet(canvas),
            to,
            kind: "calls",
            says: "Guests get AWS credentials: whoever knows the pool's id.",
            isOpen: true,
            via: [{ urn: pool.urn, path: "allowUnauthenticatedIdentities" }],
            closes: "Set allowUnauthenticatedIdentities: false, and reach what is public through an API or CloudFront.",
            ...guests,
        });
    const sources = Object.values(pool.propertyDependencies)
        .flat()
        .map((one) => canvas.homes.of(one));
    const pools = new Set(sources.filter((one) => isOf(one, CognitoUserPool)));
    for (const one of pools) {
        const from = canvas.idOf(one);
        if (from === undefined) continue;
        const says = "Customers exchange their token for AWS credentials.";
        const via = [{ urn: pool.urn, path: "cognitoIdentityProviders" }];
        canvas.line({ from, to, kind: "calls", says, guard: `Token of ${one.name}`, via });
    }
    const others = [
        "cognitoIdentityProviders",
        "supportedLoginProviders",
        "openidConnectProviderArns",
        "samlProviderArns",
    ];
    const asked = others.find((property) => pool.root.get(property).state !== "absent");
    if (pools.size > 0 || asked === undefined) return;
    const says = "Whoever signed in at a provider that the pool names gets AWS credentials.";
    canvas.line({
        from: tokenHolders(canvas),
        to,
        kind: "calls",
        says,
        guard: "token",
        via: [{ urn: pool.urn, path: asked }],
    });
}

/** A role that names no pool is every pool's. */
function anyPool(canvas: Canvas, role: Resource): void {
    const to = canvas.idOf(role);
    if (to === undefined) return;
    for (const statement of parsePolicy(role.root.get("assumeRolePolicy")).statements.filter(trustsCognito)) {
        const open = awaited(not(cognitoTrust(statement).namesPool));
        if (!open) continue;
        const pool = canvas.outside({
            id: "outside:any:identity-pool",
            lane: 1,
            kind: "pool",
            kindName: "Identity pool",
            name: "Any identity pool",
            sub: "Of any account",
            isOutside: true,
        });
        canvas.line({
            from: anyAccount(canvas),
            to: pool,
            kind: "calls",
            says: "Anyone can make an identity pool in an account of their own.",
            isOpen: true,
            via: [],
        });
        canvas.line({
            from: pool,
            to,
            kind: "assumes",
            says: `Identities of every pool of every account may act as ${role.name}: its trust policy requires no audience.`,
            isOpen: true,
            via: [{ urn: role.urn, path: statement.path }],
            closes: 'Add Condition: { StringEquals: { "cognito-identity.amazonaws.com:aud": IDENTITY_POOL_ID } } to the trust policy.',
            ...open,
        });
    }
}
