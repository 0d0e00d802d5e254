import { isForMachines, isPlainCallback, saysAuthority, type Token, usersMayWrite, validityOf } from "../../aws";
import { type Answer, absent, all, answer, equals, isFalse, isTrue, no, not, some, type Value } from "../../values";
import { movesUsersOver, type UserPoolClient } from "./user-pools";

/** What a client of a user pool may be found weak in. */
export type Weakness =
    | "implicit flow"
    | "typed passwords"
    | "no secret"
    | "plain address"
    | "tells who has an account"
    | "no revocation"
    | "writes authority"
    | "long access"
    | "long refresh";

export interface ClientWeakness {
    readonly kind: Weakness;
    readonly at: Value;
    readonly when: Answer;
    /** It does less harm than its kind: a server with a secret keeps passwords to itself, and a year ends. */
    readonly isHint?: boolean;
}

/** For how many seconds tokens may be valid, by kind. */
export type TokenBounds = Readonly<Record<Token, number>>;

type Texts = readonly string[];

export function clientWeaknesses(client: UserPoolClient, bounds: TokenBounds): readonly ClientWeakness[] {
    return [...flows(client), ...addresses(client), ...users(client), ...lifetimes(client, bounds)];
}

function flows(client: UserPoolClient): readonly ClientWeakness[] {
    const { input, isAdopted } = client;
    const [oauth, direct] = [input<Texts>("allowedOauthFlows"), input<Texts>("explicitAuthFlows")];
    const secret = input("generateSecret");
    // Who names flows means them; Cognito heeds them where OAuth is switched on.
    const isOff = isFalse(input("allowedOauthFlowsUserPoolClient"), true);
    const sendsPasswords = some(direct, (flow) => equals(flow, "ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"));
    const isForPrograms = some(oauth, (flow) => equals(flow, "client_credentials"));
    return [
        {
            kind: "implicit flow",
            at: oauth,
            when: all(
                not(isOff),
                some(oauth, (flow) => equals(flow, "implicit")),
            ),
        },
        {
            kind: "typed passwords",
            at: direct,
            when: all(sendsPasswords, not(movesUsersOver(client))),
            isHint: isTrue(secret, false).is === "yes",
        },
        { kind: "no secret", at: secret, when: all(answer(!isAdopted), isForPrograms, not(isTrue(secret, false))) },
    ];
}

function addresses({ input }: UserPoolClient): readonly ClientWeakness[] {
    return ["callbackUrls", "logoutUrls", "defaultRedirectUri"].map((name) => {
        const at = input<Texts>(name);
        return { kind: "plain address", at, when: some(at, isPlainCallback) };
    });
}

function users({ input, isAdopted }: UserPoolClient): readonly ClientWeakness[] {
    const [errors, revocation] = [input("preventUserExistenceErrors"), input("enableTokenRevocation")];
    const writable = input<Texts>("writeAttributes");
    const tells = all(not(equals(errors, "ENABLED")), not(isAdopted ? absent(errors) : no));
    return [
        { kind: "tells who has an account", at: errors, when: all(not(isForMachines(input)), tells) },
        { kind: "no revocation", at: revocation, when: isFalse(revocation, true) },
        { kind: "writes authority", at: writable, when: all(some(writable, saysAuthority), usersMayWrite(input)) },
    ];
}

const YEAR = 365 * 86_400;

/** A refresh token that rotates is of use once, so it may live for a year. */

function lifetimes({ input }: UserPoolClient, bounds: TokenBounds): readonly ClientWeakness[] {
    const rotates = equals(input("refreshTokenRotation.feature"), "ENABLED");
    return (["accessToken", "idToken", "refreshToken"] as const).map((token) => {
        const { at, exceeds } = validityOf(input, token);
        const [isLong, isEndless] = [exceeds(bounds[token]), exceeds(YEAR)];
        if (token !== "refreshToken") return { kind: "long access", at, when: isLong, isHint: true };
        const when = all(isLong, not(all(rotates, not(isEndless))));
        return { kind: "long refresh", at, when, isHint: isEndless.is === "no" };
    });
}
