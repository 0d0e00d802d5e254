/** Whom a trust policy lets in by tokens of an identity provider. */

import { IamOpenIdConnectProvider, IamSamlProvider } from "../../aws";
import { type Admission, type Federation, federationOf, tokenIssuer } from "../../iam";
import { all, no, not } from "../../values";
import type { Resource } from "../resource";
import type { Canvas } from "./canvas";
import { type Asked, draw } from "./trust-lines";

export function federated(asked: Asked, admission: Admission): void {
    const { canvas, trusted } = asked;
    const federation = federationOf(trusted.trust, admission);
    // Identity pools hand their roles out, and are drawn with them.
    if (!federation || federation.kind === "cognito-identity") return;
    const { name } = trusted.role;
    const [provider] = providersOf(canvas, trusted.role, federation);
    const from = providerNode(canvas, provider, federation);
    const who = canvas.nameOf(from);
    if (federation.kind === "saml") {
        draw(asked, admission, {
            from,
            says: `Whoever ${who} vouches for may act as ${name}.`,
            when: admission.when,
            guard: "SAML assertion",
        });
        return;
    }
    const isShared = issuerOf(provider, federation)?.shared ?? false;
    const open = isShared ? federation.anybody : no;
    const claim = federation.wanted.split(":").at(-1) ?? "sub";
    const asksFor = claimsOf(admission, federation);
    draw(asked, admission, {
        from,
        says: `Every token of ${who} may act as ${name}: no condition on ${claim} tells whose it is.`,
        when: open,
        guard: asksFor.length > 0 ? `${asksFor.join(", ")} only` : undefined,
        closes: `Demand ${isShared ? federation.wanted : `PROVIDER:${claim}`} with StringEquals (or StringLike after the owner's name).`,
    });
    if (open.is !== "yes")
        draw(asked, admission, {
            from,
            says: `Tokens of ${who} may act as ${name}${asksFor.length > 0 ? `, where ${asksFor.join(" and ")} fit` : ""}.`,
            when: all(admission.when, not(open)),
            guard: asksFor.length > 0 ? asksFor.join(", ") : "token",
        });
}

/** The claims that the statement asks for, by their names. */
function claimsOf({ statement }: Admission, { host }: Federation): readonly string[] {
    const claims = statement.conditions
        .map(({ key }) => key)
        .filter((key) => host === undefined || key.startsWith(`${host}:`))
        .map((key) => key.split(":").at(-1) ?? key);
    return [...new Set(claims)].sort();
}

const PROVIDERS: ReadonlySet<string> = new Set([IamOpenIdConnectProvider.token, IamSamlProvider.token]);

/** By its ARN, or by what went into the trust policy. */
function providersOf({ stack }: Canvas, role: Resource, { kind, host }: Federation): readonly Resource[] {
    const wanted = kind === "saml" ? IamSamlProvider.token : IamOpenIdConnectProvider.token;
    const sources = (role.propertyDependencies["assumeRolePolicy"] ?? []).filter(
        ({ type }) => PROVIDERS.has(type) && type === wanted,
    );
    if (sources.length > 0 || host === undefined) return sources;
    return stack.ofType<unknown>(IamOpenIdConnectProvider).filter((one) => hostOf(one) === host);
}

function hostOf(provider: Resource): string | undefined {
    return provider.root
        .get("url")
        .text()
        ?.replace(/^https:\/\//, "")
        .toLowerCase();
}

function issuerOf(provider: Resource | undefined, { issuer }: Federation) {
    const host = provider && hostOf(provider);
    return issuer ?? (host === undefined ? undefined : tokenIssuer(host));
}

function providerNode(canvas: Canvas, provider: Resource | undefined, federation: Federation): string {
    const issuer = issuerOf(provider, federation);
    const here = provider && canvas.idOf(provider);
    if (here !== undefined) {
        if (issuer?.shared) canvas.change(here, { name: issuer.name, isOutside: true, kindName: "Outside" });
        return here;
    }
    const isSaml = federation.kind === "saml";
    return canvas.outside({
        id: `outside:tokens-of:${isSaml ? "saml" : (federation.host ?? "unknown")}`,
        lane: 0,
        kind: isSaml ? "people" : "pipeline",
        kindName: "Outside",
        name: issuer?.name ?? (isSaml ? "SAML provider" : "Identity provider"),
        sub: isSaml ? "People who sign in" : "Who brings a token",
        isOutside: true,
    });
}
