import { isAwsAccount } from "../../aws";
import {
    actionsMatching,
    atStatement,
    everyAction,
    type Meant,
    meantBy,
    namesAction,
    type Principal,
    type Statement,
    someMember,
} from "../../iam";
import { type Answer, all, answer, any, no, not, undecided, type Value } from "../../values";
import { ownAccounts } from "../identities/trust";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import type { HungPolicy } from "./hung-policies";
import { actionTexts, bucketTexts, foreignTexts, openTexts, serviceTexts } from "./let-in-texts";

/** What is wrong with whom one statement of a resource's policy lets in. */
export interface LetIn {
    /** Everybody, a service for anybody, S3 for a bucket of some name, another account, more than is needed, or whom is not known yet. */
    readonly kind: "open" | "service" | "bucket" | "account" | "actions" | "hidden";
    readonly resource: Resource;
    readonly at: string;
    readonly when: Answer;
    readonly message: string;
    readonly fix?: string;
    /** Absent where it weighs what the policy that asks does. */
    readonly severity?: "high" | "medium";
}

export interface Terms {
    /** Accounts that are trusted like the owner's. */
    readonly trusted: readonly string[];
    /** What a service that acts for anybody weighs. */
    readonly services?: (statement: Statement) => "high" | "medium";
    /** Are grants of every action found fault with, too; or of more than some of the service's actions? */
    readonly actions?: "not all" | RegExp;
}

/** Whom the policies of a resource let in that they should not: everybody, services for anybody, other accounts. */
export function letIn(stack: Stack, hung: HungPolicy, terms: Terms): readonly LetIn[] {
    return hung.given.flatMap(({ resource, at }) => strangers(stack, hung, resource, at, terms));
}

interface Asked {
    readonly stack: Stack;
    readonly hung: HungPolicy;
    readonly terms: Terms;
    readonly isForeign: (account: string) => Answer;
    /** Of an account that a condition asks for: who writes one knows whose it is, so it is told only where that is known here, too. */
    readonly isKnownForeign: (account: string) => Answer;
}

function strangers(stack: Stack, hung: HungPolicy, resource: Resource, at: Value, terms: Terms): readonly LetIn[] {
    const { meant, unknown } = meantBy(at, stack.today);
    const isForeign = foreignTo(stack, hung, resource, meant, terms);
    const isKnownForeign = (account: string) => answer(isForeign(account).is === "yes");
    const asked: Asked = { stack, hung, terms, isForeign, isKnownForeign };
    const hidden = unknown.map((place) => ({ ...HIDDEN, resource, at: at.path, when: undecided(place) }));
    const statements = [...new Set(meant.map(({ statement }) => statement))];
    const found = statements.flatMap((statement) =>
        foundIn(
            asked,
            statement,
            meant.filter((one) => one.statement === statement),
        ),
    );
    return [...hidden, ...found.map((one) => ({ ...one, resource }))];
}

const HIDDEN = { kind: "hidden", message: "allows whom it does not tell yet" } as const;

type Found = Omit<LetIn, "resource">;

/** Of one statement, each kind of stranger once. */
function foundIn(asked: Asked, statement: Statement, meant: readonly Meant[]): readonly Found[] {
    const { terms, isForeign, isKnownForeign } = asked;
    const some = (...whom: readonly Meant["whom"][]) => meant.filter((one) => whom.includes(one.whom));
    const open = some("world", "aws", "tokens");
    const anyCustomer = some("any customer");
    const buckets = some("bucket");
    const foreign = [
        ...meant.flatMap(({ principal, accounts, when }) =>
            accounts.map((account) => all(when, isSaidOf(principal) ? isForeign(account) : isKnownForeign(account))),
        ),
        ...meant.flatMap(({ hidden, when }) => (hidden === undefined ? [] : [all(when, undecided(hidden))])),
    ];
    const { stack, hung } = asked;
    const faults: readonly Fault[] = [
        { kind: "open", when: anyOf(open), says: () => openTexts(stack, hung, statement, open) },
        {
            kind: "service",
            when: anyOf(anyCustomer),
            says: () => serviceTexts(stack, hung, statement, anyCustomer),
            severity: terms.services?.(statement) ?? "high",
        },
        { kind: "bucket", when: anyOf(buckets), says: () => bucketTexts(statement), severity: "medium" },
        { kind: "account", when: any(...foreign), says: () => foreignTexts(statement, meant), severity: "medium" },
        ...(terms.actions && open.length === 0 ? [tooMuch(asked, statement, meant)] : []),
    ];
    return faults
        .filter(({ when }) => when.is !== "no")
        .map(({ says, ...one }) => ({ ...one, ...says(), ...atStatement(statement) }));
}

/** Most are none, and need no words. */
type Fault = Omit<Found, "at" | "message" | "fix"> & { readonly says: () => Pick<Found, "message" | "fix"> };

function isSaidOf({ kind }: Principal): boolean {
    return kind === "account" || kind === "arn" || kind === "federated";
}

function anyOf(meant: readonly Meant[]): Answer {
    return any(...meant.map(({ when }) => when));
}

/** The owner's whole account may do everything, as the console writes it. */
function tooMuch({ hung, terms, isForeign }: Asked, statement: Statement, meant: readonly Meant[]): Fault {
    const others = meant.map(({ principal, accounts: [account], when }) =>
        principal.kind === "account" && account !== undefined ? all(when, isForeign(account)) : when,
    );
    const needed = terms.actions instanceof RegExp ? terms.actions : undefined;
    return {
        kind: "actions",
        when: all(grantsMore(hung, statement, needed), not(answer(isDelegated(statement))), any(...others)),
        says: () => actionTexts(statement, needed !== undefined),
        severity: meant.every(({ principal }) => isRole(principal)) ? "medium" : "high",
    };
}

function grantsMore({ service }: HungPolicy, statement: Statement, needed: RegExp | undefined): Answer {
    const isAll = new RegExp(`^${service}:\\*+$`, "i");
    const isMore = (action: string) => actionsMatching(action).some((one) => !needed?.test(one));
    return any(
        everyAction(statement),
        someMember(statement.actions, (action) => (needed ? isMore(action) : isAll.test(action))),
    );
}

/** A bucket's policy leaves it to those of its access points. https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html */
function isDelegated({ conditions }: Statement): boolean {
    return conditions.some(({ key }) => key.startsWith("s3:dataaccesspoint"));
}

function isRole({ kind }: Principal): boolean {
    return kind === "arn" || kind === "unknown";
}

/** Is an account neither the owner's, nor a trusted one, nor AWS's own? Undecided where nothing tells the owner's. */
function foreignTo(
    stack: Stack,
    { holder, target }: HungPolicy,
    resource: Resource,
    meant: readonly Meant[],
    { trusted }: Terms,
): (account: string) => Answer {
    const own = new Set([
        ...ownAccounts(stack),
        ...accountsIn(target.head ?? ""),
        ...meant.flatMap(accountsOfTarget),
        ...keyOwner(meant),
    ]);
    return (account) => {
        if (trusted.includes(account) || isAwsAccount(account)) return no;
        return own.size > 0 ? not(answer(own.has(account))) : undecided(`${(holder ?? resource).name}.arn`);
    };
}

/** A policy speaks of the resource that it hangs on, which is its owner's. */
function accountsOfTarget({ statement }: Meant): readonly string[] {
    return (statement.resources?.patterns ?? []).flatMap(accountsIn);
}

/**
 * AWS takes no key policy by which nobody of the owner's account may change it, and begins with this statement:
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html#key-policy-default-allow-root-enable-iam
 */
function keyOwner(meant: readonly Meant[]): readonly string[] {
    const first = meant.find(
        ({ principal, statement }) =>
            principal.kind === "account" && namesAction(statement, "kms:PutKeyPolicy").is === "yes",
    );
    return first?.accounts ?? [];
}

function accountsIn(text: string): readonly string[] {
    return [...text.matchAll(/(?<![\w-])(\d{12})(?![\w-])/g)].map(([, account = ""]) => account);
}
