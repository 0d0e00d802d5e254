/** Federated principals: whose token assumes a role, as far as a trust policy asks. */
import { type Answer, all, not } from "../values";
import { demands, readsPatterns } from "./condition";
import { isCognitoIdentity, type Reach, type TokenIssuer, tokenIssuer } from "./knowledge/token-issuers";
import type { Condition } from "./statement";
import { type Admission, type Binding, boundBy, type Trust } from "./trust";

/** What a trust policy asks of the tokens of one federated principal. */
export interface Federation {
    readonly kind: "oidc" | "saml" | "cognito-identity";
    readonly issuer: TokenIssuer | undefined;
    /** The provider's host and path, from its ARN or from the conditions; undefined for SAML, and where neither tells. */
    readonly host: string | undefined;
    /** The condition key to write, such as `token.actions.githubusercontent.com:sub`. */
    readonly wanted: string;
    /** Does it leave open whose token it is? */
    readonly anybody: Answer;
    /** Does it let in all that belongs to one owner? */
    readonly owner: Answer;
}

/** Undefined for principals that are not federated. */
export function federationOf(trust: Pick<Trust, "denials">, admission: Admission): Federation | undefined {
    const { principal, statement } = admission;
    const isUnknown = principal.kind === "unknown" && principal.under === "federated";
    if (principal.kind !== "federated" && !isUnknown) return undefined;
    const provider = principal.kind === "federated" ? principal.provider : undefined;
    const host = provider === undefined ? askedOf(statement.conditions) : hostOf(provider);
    if (host !== undefined && isCognitoIdentity(host)) return judged(trust, admission, "cognito-identity", host);
    const isSaml = provider === undefined ? asksSaml(statement.conditions) : provider.includes(":saml-provider/");
    return judged(trust, admission, isSaml ? "saml" : "oidc", isSaml ? "saml" : host);
}

/** `token.actions.githubusercontent.com` of `arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com`. */
function hostOf(provider: string): string {
    return (/:oidc-provider\/(.+)$/.exec(provider)?.[1] ?? provider).toLowerCase();
}

const ISSUERS_KEY = /^([a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/.*)?):[a-z_]+$/;

/** The provider that the conditions speak of: a claim's key begins with it. */
function askedOf(conditions: readonly Condition[]): string | undefined {
    return conditions.map(({ key }) => ISSUERS_KEY.exec(key)?.[1]).find((host) => host !== undefined);
}

function asksSaml(conditions: readonly Condition[]): boolean {
    return conditions.some(({ key }) => key.startsWith("saml:"));
}

function judged(
    trust: Pick<Trust, "denials">,
    admission: Admission,
    kind: Federation["kind"],
    host: string | undefined,
): Federation {
    const issuer = kind === "oidc" && host !== undefined ? tokenIssuer(host) : undefined;
    const claims = issuer && issuer.claims.length > 0 ? issuer.claims : undefined;
    const asks = (reaches: readonly Reach[]): Answer =>
        boundBy(
            trust,
            admission,
            onClaim(host, claims, (claim, value) => reaches.includes(reach(issuer, claim, value))),
        );
    const wanted = `${host ?? "PROVIDER"}:${kind === "oidc" ? (claims?.[0] ?? "sub") : "aud"}`;
    return {
        kind,
        issuer,
        host: kind === "saml" ? undefined : host,
        wanted,
        anybody: all(admission.when, not(asks(["owner", "one"]))),
        owner: all(admission.when, asks(["owner", "one"]), not(asks(["one"]))),
    };
}

function reach(issuer: TokenIssuer | undefined, claim: string, value: string): Reach {
    return issuer?.reach(claim, value) ?? "one";
}

/** A condition on a claim of the provider's tokens all of whose values pass. Claims are always there, so they cannot be missing. */
function onClaim(
    host: string | undefined,
    claims: readonly string[] | undefined,
    passes: (claim: string, value: string) => boolean,
): Binding {
    return (condition, beside) => {
        const { key, values, operator } = condition;
        if (host === undefined || !key.startsWith(`${host}:`)) return false;
        const claim = key.slice(host.length + 1);
        if (claims && !claims.includes(claim)) return false;
        const isLiteral = !readsPatterns(operator);
        const present: Condition = { operator: "Null", key, values: ["false"], unknown: [] };
        return (
            demands(condition, [...beside, present]) &&
            values.every((value) => passes(claim, isLiteral ? value.replace(/[*?]/g, "_") : value))
        );
    };
}
