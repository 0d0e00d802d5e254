import { type Answer, answer, any, undecided } from "../values";
import { demandsOn } from "./condition";
import { isWildcard, matches } from "./pattern";
import type { Condition, Statement } from "./statement";

const ISSUER = "cognito-identity.amazonaws.com";
const AUDIENCE = `${ISSUER}:aud`;
const METHOD = `${ISSUER}:amr`;

/** Does the trust statement let in those whom Cognito's identity pools vouch for? */
export function trustsCognito({ effect, principals }: Statement): boolean {
    if (effect === "Deny" || !principals || principals.not) return false;
    return principals.members.some((one) => one.kind === "federated" && one.provider.toLowerCase() === ISSUER);
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
    const named = demandsOn(statement, AUDIENCE).filter(({ values }) => !values.some(isWildcard));
    const unknown = named.some((one) => one.unknown.length > 0);
    const methods = demandsOn(statement, METHOD);
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
