import { type Answer, answer, any, undecided } from "../values";
import { demandsOn } from "./condition";
import { isCognitoIdentity } from "./knowledge/token-issuers";
import { isWildcard, matches } from "./pattern";
import type { Condition, Statement } from "./statement";

/** Does the trust statement let in those whom Cognito's identity pools vouch for? */
export function trustsCognito(statement: Statement): boolean {
    return statement.effect !== "Deny" && issuersOf(statement).length > 0;
}

/** Each partition has an issuer of its own, and its claims' keys begin with it. */
function issuersOf({ principals }: Statement): readonly string[] {
    if (!principals || principals.not) return [];
    const providers = principals.members.flatMap((one) => (one.kind === "federated" ? [one.provider] : []));
    return providers.filter(isCognitoIdentity);
}

/** Whom of Cognito's a trust statement lets in. */
export interface CognitoTrust {
    /** Is it held to identity pools that it names? */
    readonly namesPool: Answer;
    /** The pools' ids, as far as they are known; undefined where one of them is not. */
    readonly pools: readonly string[] | undefined;
    /** Does it let in such identities: those who signed in, guests? */
    readonly authenticated: boolean;
    readonly unauthenticated: boolean;
}

/** Reads the two conditions by which a role tells pools apart, and guests from those who signed in. */
export function cognitoTrust(statement: Statement): CognitoTrust {
    const hidden = statement.unknown.map((place) => undecided(place));
    const claim = (name: string) => issuersOf(statement).map((issuer) => `${issuer}:${name}`);
    const named = demandsOn(statement, ...claim("aud")).filter(({ values }) => !values.some(isWildcard));
    const unknown = named.some((one) => one.unknown.length > 0);
    const methods = demandsOn(statement, ...claim("amr"));
    const lets = (who: string) => methods.every((condition) => accepts(condition, who));
    return {
        namesPool: any(answer(named.length > 0), ...hidden),
        pools: unknown ? undefined : named.flatMap(({ values }) => values),
        authenticated: lets("authenticated"),
        unauthenticated: lets("unauthenticated"),
    };
}

function accepts({ values, unknown }: Condition, who: string): boolean {
    return unknown.length > 0 || values.some((value) => matches(value, who));
}
