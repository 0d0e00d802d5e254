import {
    allowed,
    type Held,
    identitiesOf,
    leavesOpen,
    mayBeOpen,
    narrowerResource,
    onceConditionsAreKnown,
    onIdentities,
    openActions,
    placeOf,
    saidOfCode,
    trustedServices,
} from "../../model/graph";
import {
    actionsNamed,
    documentedStar,
    listed,
    narrowing,
    readsSettings,
    resourceTypesOf,
    type Statement,
    starIsNoFault,
    statementName,
} from "../../model/iam";
import { cwe, defineStackRule, functionAllowed, owasp, type Severity, sas, strings } from "../../pack";

const LOGS = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"];
/** Of these, policies of their own say more. */
const ELSEWHERE =
    /^(?:iam:passrole|rds-db:connect|kms:(?:decrypt|reencrypt\w*|generatedatakey\w*)|secretsmanager:(?:batch)?getsecretvalue|ssm:getparameter\w*)$/i;

/**
 * A condition that names the resource by its tags or a key of the service is as good as an ARN; one on the caller's network or
 * the region is not, but counts for something. Statements with `NotResource` are exec-role-no-not-action-allow's.
 */
export default defineStackRule({
    id: "exec-role-no-resource-star",
    severity: "high",
    frameworks: [cwe(732), cwe(1220), sas(4), owasp(5)],
    title: "Execution roles name the resources that they act on.",
    why: "With a wildcard, a flaw in this code reaches every such resource of the account, also those that other teams add later.",
    fix: "Name the ARNs that it is for.",
    sources: [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    ],
    needs: identitiesOf,
    options: {
        acceptedActions: strings("Actions that may stand on every resource, beside those that have none.", LOGS),
        assumableAccounts: strings("Accounts whose roles may be assumed; with none, those of any account.", []),
    },
    bad: functionAllowed({ Action: "dynamodb:PutItem", Resource: "*" }),
    good: functionAllowed({
        Action: "dynamodb:PutItem",
        Resource: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
    }),
    *check(stack, { options }) {
        const accepted = new Set(options.acceptedActions.map((action) => action.toLowerCase()));
        const isJudged = (action: string) =>
            !accepted.has(action.toLowerCase()) && !ELSEWHERE.test(action) && resourceTypesOf(action).length > 0;
        const isAsked = (statement: Statement) =>
            mayBeOpen(statement) &&
            actionsNamed(statement).some(({ action }) => isJudged(action) && leavesOpen(statement, action));
        yield* onIdentities(stack, "statements", function* (identity) {
            const servicesFor = (one: string) =>
                documentedStar(one)?.onlyOf === undefined ? [] : trustedServices(identity);
            const isFault = (one: string) => isJudged(one) && !starIsNoFault(one, servicesFor(one));
            for (const grant of allowed(identity, isFault, isAsked)) {
                const found = openActions(identity, grant, options.assumableAccounts);
                if (found.actions.length === 0) continue;
                const severity = weight(grant.held, found.actions);
                if (severity === undefined) continue;
                const { held } = grant;
                const when = onceConditionsAreKnown(grant.when, held.statement);
                const what = `${statementName(held.statement)} allows ${listed(found.actions)} on ${found.on}`;
                const message = `${what}${saidOfCode(stack, identity, held)}`;
                const fix = narrowerResource(stack, identity, found.actions);
                yield { ...placeOf(held), when, message, fix, severity };
            }
        });
    },
});

/** What is not as grave as the rule: listings and how things are set up, text messages, and what holds under circumstances only. */
function weight({ statement }: Held, actions: readonly string[]): Severity | undefined {
    const narrow = narrowing(statement);
    if (narrow === "resource") return undefined;
    if (actions.every(readsSettings)) return "low";
    const isDocumented = actions.every((action) => documentedStar(action) !== undefined);
    return narrow === "circumstances" || isDocumented ? "medium" : "high";
}
