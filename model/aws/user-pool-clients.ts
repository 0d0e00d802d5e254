/**
 * What clients of Amazon Cognito's user pools may do.
 * Sources: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html,
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-integration.html
 */
import {
    type Answer,
    all,
    answer,
    equals,
    every,
    filled,
    holds,
    knownPrefix,
    not,
    undecided,
    type Value,
} from "../values";
import { nameWords } from "./name-words";

/** Reads one input of a pool or a client; what stands there is the reader's to know. */
export type ReadInput = <T = unknown>(path: string) => Value<T>;

/** It asks no user to sign in: programs get tokens of their own. */
export function isForMachines(input: ReadInput): Answer {
    return only(input("allowedOauthFlows"), (flow) => equals(flow, "client_credentials"));
}

/**
 * Its users sign in elsewhere. Where no provider is named there are only the pool's own users.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html
 */
export function isFederated(input: ReadInput): Answer {
    return only(input("supportedIdentityProviders"), (provider) => not(equals(provider, "COGNITO")));
}

/**
 * Do its users get tokens that let them change what the pool knows of them? Who signs in by the API does; on the pages of Cognito, where
 * the client has the scope for it. What another provider says of a user must be writable all the same.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html
 */
export function usersMayWrite(input: ReadInput): Answer {
    const lacksScope = only(input("allowedOauthScopes"), (scope) =>
        not(equals(scope, "aws.cognito.signin.user.admin")),
    );
    return not(all(isFederated(input), lacksScope));
}

function only(list: Value<readonly unknown[]>, question: (element: Value) => Answer): Answer {
    return all(filled(list), every(list, question));
}

/** Cognito takes plain HTTP for these alone, which leave nobody's machine. */
const OWN_MACHINE = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/?#]|$)/;
const PLAIN = "http:";

/** Does a browser carry what Cognito answers over plain HTTP? An app's own scheme, such as `shop://`, is none. */
export function isPlainCallback(url: Value): Answer {
    const known = knownPrefix(url.partialText() ?? "")
        .trim()
        .toLowerCase();
    if (url.state !== "unknown") return answer(known.startsWith(PLAIN) && !OWN_MACHINE.test(known));
    const mayBePlain = known.startsWith(PLAIN) ? !OWN_MACHINE.test(`${known}/`) : PLAIN.startsWith(known);
    return mayBePlain ? undecided(url.place) : answer(false);
}

/** Seconds of the units in which a token's validity is given. */
const SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

export type Token = "accessToken" | "idToken" | "refreshToken";

export interface Validity {
    readonly at: Value;
    /** Without a unit hours are meant, of refresh tokens days; 0 is Cognito's default, an hour and 30 days. */
    readonly exceeds: (seconds: number) => Answer;
}

export function validityOf(input: ReadInput, token: Token): Validity {
    const at = input(`${token}Validity`);
    const unit = input(`tokenValidityUnits.${token}`);
    const standard = token === "refreshToken" ? "days" : "hours";
    const exceeds = (seconds: number): Answer => {
        if (at.state === "absent") return answer(false);
        if (unit.state === "unknown") return undecided(unit.place);
        const each = SECONDS[unit.text() ?? standard] ?? 0;
        return holds(at, (text) => Number(text) * each > seconds);
    };
    return { at, exceeds };
}

/** Words of attributes that say what a user may do, or whose data is his. */
const AUTHORITY: ReadonlySet<string> = new Set(
    "admin admins administrator superuser root role roles group groups permission permissions privilege privileges scope scopes entitlement entitlements clearance authority authorities tenant tenants tenantid tenantids orgid organizationid organisationid isadmin userrole userroles usertype accounttype accesslevel plan tier subscription".split(
        " ",
    ),
);
/** Pairs that say so together. */
const AUTHORITY_PAIRS: ReadonlySet<string> = new Set([
    "access level",
    "user type",
    "account type",
    "org id",
    "organization id",
    "organisation id",
    "account id",
]);

/**
 * Is it an attribute of the pool's own that says what its user may do? Standard attributes say who he is, and those with `dev:` are
 * written by administrators alone.
 */
export function saysAuthority(attribute: Value): Answer {
    return holds(attribute, (name) => {
        if (!name.startsWith("custom:")) return false;
        const words = nameWords(name.slice("custom:".length));
        return words.some(
            (word, index) => AUTHORITY.has(word) || AUTHORITY_PAIRS.has(`${word} ${words[index + 1] ?? ""}`),
        );
    });
}
