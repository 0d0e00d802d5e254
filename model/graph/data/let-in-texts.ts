/** What is said of whom a statement lets in, and the change that keeps him out. */
import { sourceArn } from "../../aws";
import {
    deputyAdvice,
    isKnownService,
    listed,
    type Meant,
    type Statement,
    shownAction,
    statementName,
} from "../../iam";
import type { Stack } from "../stack";
import type { HungPolicy } from "./hung-policies";
import { sendersTo } from "./senders-to";

/** `sqs:SendMessage`, or `everything but` what `NotAction` names. */
function doing({ actions }: Statement): string {
    if (actions.not) return "everything but some actions";
    const names = listed(actions.patterns.map(shownAction));
    return names === "" ? "an action" : names;
}

export function openTexts(stack: Stack, hung: HungPolicy, statement: Statement, open: readonly Meant[]) {
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
            fix: `Write { Principal: { Service: "${sender.service}.amazonaws.com" }, Condition: { ArnEquals: { "aws:SourceArn": ${sender.code} } } } into it${sender.where}.`,
        }),
    };
}

export function serviceTexts(stack: Stack, hung: HungPolicy, statement: Statement, meant: readonly Meant[]) {
    const services = meant.flatMap(({ principal }) => (principal.kind === "service" ? [principal.service] : []));
    // What no table of AWS's services has is what somebody wrote.
    const names = services
        .filter((name) => isKnownService(name) || deputyAdvice(name))
        .map((name) => `${name}.amazonaws.com`);
    const sender = sendersTo(stack, hung.holder).find(({ service }) => services.includes(service));
    return {
        message: `${statementName(statement)} allows ${names.length > 0 ? listed(names) : "an AWS service"} ${doing(statement)} for any account: no condition tells for whom it acts`,
        fix: sender
            ? `Add Condition: { ArnEquals: { "aws:SourceArn": ${sender.code} }${sender.service === "s3" ? OF_ACCOUNT : ""} }${sender.where}.`
            : `Add Condition: { ArnLike: { "aws:SourceArn": "${sourceArn(services[0] ?? "")}" } }, or StringEquals: { "aws:SourceAccount": "ACCOUNT" }.`,
    };
}

export function foreignTexts(statement: Statement, meant: readonly Meant[]) {
    const isSource = meant.some(({ whom, accounts }) => whom === "source" && accounts.length > 0);
    const whom = isSource ? "what acts for another account" : "another account";
    return {
        message: `${statementName(statement)} allows ${whom} ${doing(statement)}, and nothing tells that it is trusted`,
        fix: 'Name it in the option trustedAccounts if it is one of yours, or demand StringEquals: { "aws:PrincipalOrgID": "o-…" }.',
    };
}

/** A bucket's ARN does not tell whose it is. */
const OF_ACCOUNT = ', StringEquals: { "aws:SourceAccount": "ACCOUNT" }';

export function bucketTexts(statement: Statement) {
    return {
        message: `${statementName(statement)} allows S3 ${doing(statement)} for a bucket of a name, whoever's that is next`,
        fix: 'Add StringEquals: { "aws:SourceAccount": "ACCOUNT" } of the bucket beside aws:SourceArn.',
    };
}

export function actionTexts(statement: Statement, isNamed: boolean) {
    const whatever = statement.actions.not
        ? "everything but some actions"
        : isNamed
          ? "more than it is for"
          : "every action";
    return {
        message: `${statementName(statement)} allows ${whatever}: whom it names may also change this policy and what it is of`,
        fix: "Name in Action what it needs, and nothing else.",
    };
}
