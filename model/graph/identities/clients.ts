import { type NamedAction, type StatementPlace, statementName } from "../../iam";
import { type Answer, all, answer, undecided, yes } from "../../values";
import { fact } from "../fact";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { isActedBy } from "./actors";
import { placeOf } from "./grants";
import { type Identity, identitiesOf } from "./identities";
import { openActions } from "./open-actions";
import { allowed, allowedByAttached, unreadOf } from "./roles";
import { ownAccounts, trustedRoles } from "./trust";

/** Somebody outside whose program holds AWS credentials of this account's. */
export interface Client {
    readonly identity: Identity;
    /** In words. */
    readonly whom: string;
    /** The account whose role or user it is, where it is another's. */
    readonly account?: string;
    readonly when: Answer;
}

const CUSTOMERS = "everyone who signs in";

/**
 * Those who signed in to an application, users with lasting keys, and whoever assumes a role from another account. What groups are
 * granted is for people, and guests have a policy of their own.
 */
export const clientsOf = fact([identitiesOf], (stack): readonly Client[] => {
    const foreign = new Map(trustedRoles(stack).map(({ role, trust }) => [role, trust.admissions]));
    return identitiesOf(stack).flatMap((identity): readonly Client[] => {
        if (identity.kind === "user") return [{ identity, whom: "a user with lasting keys", when: yes }];
        if (!identity.role || identity.workloads.length > 0) return [];
        const customer = { identity, whom: CUSTOMERS, when: isActedBy(identity, "customer") };
        const others = (foreign.get(identity.role) ?? []).flatMap(({ principal, when }): readonly Client[] => {
            const account = principal.kind === "arn" ? principal.arn.split(":")[4] : undefined;
            const other = principal.kind === "account" ? principal.account : account;
            if (other === undefined || !/^\d{12}$/.test(other)) return [];
            const isForeign = all(when, isOthers(stack, identity.role, other));
            return [{ identity, whom: "another account", account: other, when: isForeign }];
        });
        return [customer, ...others].filter((one) => one.when.is !== "no");
    });
});

function isOthers(stack: Stack, role: Resource | undefined, account: string): Answer {
    const own = ownAccounts(stack);
    return own.size > 0 ? answer(!own.has(account)) : undecided(`${role?.name}.arn`);
}

/** What clients may do of such actions, each with the place of the grant. */
export interface ClientGrant {
    readonly resource: Resource;
    readonly at: string;
    readonly statement?: StatementPlace;
    /** The statement or policy, in words. */
    readonly by: string;
    readonly whom: string;
    readonly actions: readonly string[];
    /** Those of them that the statement allows on every resource, and by which of its resources. */
    readonly open: { readonly actions: readonly string[]; readonly on: string };
    readonly when: Answer;
}

const NONE = { actions: [], on: "" };

/** Whoever administers a service (`lambda:*`) is no client of it; of those who signed in, even that is told. */
export function* clientGrants(
    stack: Stack,
    isWanted: (action: string) => boolean,
    trustedAccounts: readonly string[],
): Iterable<ClientGrant> {
    for (const { identity, whom, account, when } of clientsOf(stack)) {
        if (account !== undefined && trustedAccounts.includes(account)) continue;
        const isCustomer = whom === CUSTOMERS;
        for (const given of [...allowed(identity, isWanted), ...allowedByAttached(identity, isWanted)]) {
            const named = given.actions.filter((one) => isCustomer || !isServiceWide(one));
            if (named.length === 0) continue;
            const { cause: _, ...place } = placeOf("held" in given ? given.held : given.attached);
            const by = "held" in given ? statementName(given.held.statement) : (given.attached.managed?.name ?? "");
            const actions = named.map(({ action }) => action);
            const open = "held" in given ? openActions(identity, given, []) : NONE;
            yield { ...place, by, whom, actions, open, when: all(when, given.when) };
        }
        for (const open of unreadOf(identity, when)) yield { ...open, by: "a policy", whom, actions: [], open: NONE };
    }
}

/** Calls are all that `execute-api` has. */
function isServiceWide({ pattern }: NamedAction): boolean {
    return /^(?:(?!execute-api:)[\w-]+:)?\*+$/i.test(pattern);
}
