import { assumingServices, IamRole, IamUser, isComputeService } from "../../aws";
import { type Admission, boundBy, onKeys, type Principal, type Statement, type Trust, trustOf } from "../../iam";
import { type Answer, all, answer, no, not, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { isPerson } from "./actors";
import { identityOf } from "./identities";
import { type Workload, workloadsOf } from "./workloads";

/** A role of the stack with those who may assume it. */
export interface TrustedRole {
    readonly role: Resource;
    readonly trust: Trust;
    readonly workloads: readonly Workload[];
}

/** Every role of the stack with its trust. */
export const trustedRoles = fact([IamRole], (stack): readonly TrustedRole[] =>
    stack.ofType(IamRole).map((role) => ({
        role,
        trust: trustOf(role.inputs.assumeRolePolicy, stack.today),
        workloads: identityOf(stack, role)?.workloads ?? [],
    })),
);

/** Does code of this stack run under the role? Undecided where the workload that may do so does not tell its role yet. */
export function runsCode({ workloads }: TrustedRole): Answer {
    const running = workloads.filter(({ resource }) => assumingServices(resource.type)?.some(isComputeService));
    if (running.some(({ role }) => role.kind === "found")) return yes;
    return running.length > 0 ? undecided(...running.map(({ at }) => at.place)) : answer(false);
}

/** One whom a role lets in that has nothing to do with the workload it is for. */
export interface Surplus {
    readonly statement: Statement;
    /** Whom, in words. */
    readonly whom: string;
    readonly when: Answer;
}

/**
 * Of a role under which code of this stack runs: people and whole accounts, and services that run code and for which nothing here
 * uses the role. Not told where a resource carries it whose service nobody here knows.
 */
export function surplusOf(stack: Stack, trusted: TrustedRole): readonly Surplus[] {
    const carried = runsCode(trusted);
    if (carried.is === "no") return [];
    const uses = trusted.workloads.map(({ resource }) => assumingServices(resource.type));
    const used = uses.includes(undefined) ? undefined : uses.flatMap((services) => services ?? []);
    return trusted.trust.admissions.flatMap((admission) => {
        const found = surplus(stack, trusted, admission, used);
        return found
            ? [{ ...found, statement: admission.statement, when: all(carried, admission.when, found.when) }]
            : [];
    });
}

function surplus(
    stack: Stack,
    { trust, role }: TrustedRole,
    admission: Admission,
    used: readonly string[] | undefined,
): { readonly whom: string; readonly when: Answer } | undefined {
    const { principal } = admission;
    switch (principal.kind) {
        case "account":
            // Narrowed to one of the account's roles, it is as if that were named.
            return {
                whom: "every user and role of an account",
                when: not(boundBy(trust, admission, onKeys("aws:principalarn"))),
            };
        case "arn":
            return isPerson(principal.arn) ? { whom: "a person", when: yes } : undefined;
        case "service": {
            if (!used || used.includes(principal.service) || !isComputeService(principal.service)) return undefined;
            return {
                whom: `${principal.service}.amazonaws.com`,
                when: not(mayBeUsed(stack, principal.service)),
            };
        }
        case "unknown":
            return isUsersOutput(role, principal) ? { whom: "a user", when: undecided(principal.place) } : undefined;
        default:
            return undefined;
    }
}

/** An unknown principal is an output; one of a user's resource may be the user's ARN. */
function isUsersOutput(role: Resource, { under }: Extract<Principal, { kind: "unknown" }>): boolean {
    const sources = role.propertyDependencies["assumeRolePolicy"] ?? [];
    return under === "aws" && sources.some(({ type }) => type === IamUser.token);
}

/** Some workload of the service does not tell yet which role it carries. */
function mayBeUsed(stack: Stack, service: string): Answer {
    const open = workloadsOf(stack).filter(
        ({ resource, role }) => role.kind === "unknown" && assumingServices(resource.type)?.includes(service),
    );
    return open.length > 0 ? undecided(...open.map(({ at }) => at.place)) : answer(false);
}

/**
 * Does the admission let in the whole of an account that is neither the stack's own nor an accepted one? Not of a role under which
 * code of this stack runs: there it is surplus, whosever it is.
 */
export function isForeignAccount(
    stack: Stack,
    trusted: TrustedRole,
    { principal }: Admission,
    accepted: readonly string[],
): Answer {
    const isFree = not(runsCode(trusted));
    if (principal.kind === "unknown" && principal.suffix === ":root") return all(isFree, undecided(principal.place));
    if (principal.kind !== "account" || accepted.includes(principal.account)) return no;
    const own = ownAccounts(stack);
    return all(isFree, own.size > 0 ? answer(!own.has(principal.account)) : undecided(`${trusted.role.name}.arn`));
}

/**
 * The accounts that the stack's resources live in, by the ARNs that AWS gave them and by what the providers are held to; empty
 * where none is known yet.
 */
export function ownAccounts(stack: Stack): ReadonlySet<string> {
    return stack.once(ownAccounts, () => {
        const arns = new Set<string | undefined>();
        for (const { root } of stack.resources) arns.add(accountOf(root.get("arn").text()));
        const providers = stack.resources.filter(({ type }) => type === "pulumi:providers:aws");
        const allowed = providers.flatMap(({ root }) => [
            ...listOf(root.get("allowedAccountIds")),
            ...(root
                .get("assumeRoles")
                .json()
                ?.items()
                .map((one) => accountOf((one as Value).get("roleArn").text())) ?? []),
        ]);
        const accounts = [...arns, ...allowed];
        return new Set(accounts.filter((one): one is string => one !== undefined && /^\d{12}$/.test(one)));
    });
}

/** Providers' lists reach a policy as JSON text. */
function listOf(value: Value): readonly (string | undefined)[] {
    return (value.json()?.items() ?? []).map((one) => (one as Value).text());
}

function accountOf(arn: string | undefined): string | undefined {
    return arn?.split(":")[4];
}
