import { isAwsAccount, sourceArn } from "../../aws";
import {
    actionsMatching,
    everyAction,
    isServicePrincipal,
    listed,
    type Meant,
    meantBy,
    namesAction,
    type Principal,
    type Statement,
    shownAction,
    someMember,
    statementName,
} from "../../iam";
import { type Answer, all, answer, any, no, not, undecided, type Value } from "../../values";
import { ownAccounts } from "../identities/trust";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import type { HungPolicy } from "./hung-policies";
import { sendersTo } from "./senders-to";

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
    readonly services?: "high" | "medium";
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
    return [...hidden, ...found.filter(({ when }) => when.is !== "no").map((one) => ({ ...one, resource }))];
}

const HIDDEN = { kind: "hidden", message: "allows whom it does not tell yet" } as const;

type Found = Omit<LetIn, "resource">;

/** Of one statement, each kind of stranger once. */
function foundIn(asked: Asked, statement: Statement, meant: readonly Meant[]): readonly Found[] {
    const { terms, isForeign, isKnownForeign } = asked;
    const base = { at: statement.path };
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
    return [
        { ...base, kind: "open", when: anyOf(open), ...openTexts(asked, statement, open) },
        {
            ...base,
            kind: "service",
            when: anyOf(anyCustomer),
            ...serviceTexts(asked, statement, anyCustomer),
            severity: terms.services ?? "high",
        },
        {
            ...base,
            kind: "bucket",
            when: anyOf(buckets),
            message: `${statementName(statement)} allows S3 ${doing(statement)} for a bucket of a name, whoever's that is next`,
            fix: 'Add StringEquals: { "aws:SourceAccount": "ACCOUNT" } of the bucket beside aws:SourceArn.',
            severity: "medium",
        },
        { ...base, kind: "account", when: any(...foreign), ...foreignTexts(statement, meant), severity: "medium" },
        ...(terms.actions && open.length === 0 ? [tooMuch(asked, statement, meant)] : []),
    ];
}

function isSaidOf({ kind }: Principal): boolean {
    return kind === "account" || kind === "arn" || kind === "federated";
}

function anyOf(meant: readonly Meant[]): Answer {
    return any(...meant.map(({ when }) => when));
}

/** `sqs:SendMessage`, or `everything but` what `NotAction` names. */
function doing({ actions }: Statement): string {
    if (actions.not) return "everything but some actions";
    const names = listed(actions.patterns.map(shownAction));
    return names === "" ? "an action" : names;
}

function openTexts({ stack, hung }: Asked, statement: Statement, open: readonly Meant[]) {
    const whom = statement.principals?.not
        ? "everybody but those whom NotPrincipal names"
        : open.some(({ whom }) => whom === "world")
          ? "everybody"
          : open.some(({ whom }) => whom === "aws")
            ? "every AWS account"
            : "whoever has an account at an identity provider";
    const bounds = statement.conditions.length > 0 ? "none of its conditions tells" : "no condition tells";
    const [sender] = sendersTo(stack, hung.holder);
    return {
        message: `${statementName(statement)} allows ${whom} ${doing(statement)}, and ${bounds} whose request it is`,
        ...(sender && {
            fix: `Write Principal: { Service: "${sender.service}.amazonaws.com" } and Condition: { ArnEquals: { "aws:SourceArn": ${sender.code} } } into it${sender.where}.`,
        }),
    };
}

function serviceTexts({ stack, hung }: Asked, statement: Statement, meant: readonly Meant[]) {
    const services = meant.flatMap(({ principal }) => (principal.kind === "service" ? [principal.service] : []));
    const names = services.map((name) => `${name}.amazonaws.com`).filter(isServicePrincipal);
    const sender = sendersTo(stack, hung.holder).find(({ service }) => services.includes(service));
    return {
        message: `${statementName(statement)} allows ${names.length > 0 ? listed(names) : "an AWS service"} ${doing(statement)} for any account: no condition tells for whom it acts`,
        fix: sender
            ? `Add Condition: { ArnEquals: { "aws:SourceArn": ${sender.code} } }${sender.where}.`
            : `Add Condition: { ArnLike: { "aws:SourceArn": "${sourceArn(services[0] ?? "")}" } } with what it acts for, or StringEquals: { "aws:SourceAccount": "ACCOUNT" }.`,
    };
}

function foreignTexts(statement: Statement, meant: readonly Meant[]) {
    const isSource = meant.some(({ whom, accounts }) => whom === "source" && accounts.length > 0);
    const whom = isSource ? "what acts for another account" : "another account";
    return {
        message: `${statementName(statement)} allows ${whom} ${doing(statement)}, and nothing tells that it is trusted`,
        fix: 'Name it in the option trustedAccounts if it is one of yours, or demand StringEquals: { "aws:PrincipalOrgID": "o-…" }.',
    };
}

/** The owner's whole account may do everything, as the console writes it. */
function tooMuch({ hung, terms, isForeign }: Asked, statement: Statement, meant: readonly Meant[]): Found {
    const others = meant.map(({ principal, accounts: [account], when }) =>
        principal.kind === "account" && account !== undefined ? all(when, isForeign(account)) : when,
    );
    const needed = terms.actions instanceof RegExp ? terms.actions : undefined;
    const whatever = statement.actions.not
        ? "everything but some actions"
        : needed
          ? "more than it is for"
          : "every action";
    return {
        kind: "actions",
        at: statement.path,
        when: all(grantsMore(hung, statement, needed), not(answer(isDelegated(statement))), any(...others)),
        message: `${statementName(statement)} allows ${whatever}: whom it names may also change this policy and what it is of`,
        fix: "Name in Action what it needs, and nothing else.",
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
