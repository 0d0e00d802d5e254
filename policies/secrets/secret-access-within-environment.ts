import { SecretsManagerSecret, SsmParameter } from "../../model/aws";
import {
    type Allowed,
    allowed,
    type Identity,
    identitiesOf,
    onceConditionsAreKnown,
    onIdentities,
    placeOf,
    type Stack,
    unknownActions,
} from "../../model/graph";
import { extentOf, namePatterns, narrowing, shownResource, statementName } from "../../model/iam";
import { type Answer, all } from "../../model/values";
import {
    atMost,
    cwe,
    defineStackRule,
    type Environment,
    functionAllowed,
    isShared,
    owasp,
    type Severity,
    sas,
    sharedNamespaces,
    straying,
} from "../../pack";

const READS = /^(?:secretsmanager:getsecretvalue|ssm:getparameter(?:s|sbypath|history)?)$/i;
const Action = "secretsmanager:GetSecretValue";
const secret = (name: string) => `arn:aws:secretsmanager:eu-west-1:111122223333:secret:${name}`;

/** Names that say no environment pass: secret-environment-namespace asks for one. AWS-managed policies and `NotResource` are other rules' findings. */
export default defineStackRule({
    id: "secret-access-within-environment",
    severity: "high",
    frameworks: [cwe(653), cwe(863), sas(7), owasp(1)],
    title: "Roles, users and groups read the secrets of their own environment.",
    why: "Who breaks into a test system gets no further than that, unless its role reads what opens production.",
    fix: "Begin the name in Resource with the stack: `…:secret:${pulumi.getStack()}/orders-??????`.",
    sources: [
        "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html",
        "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html",
    ],
    options: { sharedNamespaces },
    needs: identitiesOf,
    exampleStack: "prod",
    bad: functionAllowed({ Action, Resource: secret("dev/orders-??????") }),
    good: functionAllowed({ Action, Resource: secret("prod/orders-??????") }),
    *check(stack, { environment, options }) {
        yield* onIdentities(stack, "dataRights", function* (identity) {
            for (const grant of allowed(identity, (action) => READS.test(action))) {
                const found = judged(stack, identity, grant, { environment, shared: options.sharedNamespaces });
                if (!found) continue;
                const when = all(found.when, onceConditionsAreKnown(grant.when, grant.held.statement));
                yield { ...found, ...placeOf(grant.held), when };
            }
            yield* unknownActions(identity);
        });
    },
});

interface Found {
    readonly when: Answer;
    readonly message: string;
    readonly severity: Severity;
    readonly fix: string;
}

function judged(stack: Stack, identity: Identity, grant: Allowed, { environment, shared }: Terms): Found | undefined {
    const { statement } = grant.held;
    const narrow = narrowing(statement);
    if (narrow === "resource") return undefined;
    const heaviest = narrow === "circumstances" ? "medium" : "high";
    const found = grant.actions.flatMap(({ action }) => {
        const isBounded = extentOf(identity.permissions, statement, action) === "named";
        return namePatterns(statement, action)
            .filter(({ pattern, open }) => !(open === "everything" && isBounded) && !isOfStack(stack, pattern))
            .filter(({ name }) => !isShared(name, shared))
            .map(({ name, open, pattern }) => ({ pattern, ...straying(name, open, environment) }))
            .map(({ when, weight, what, pattern }) => ({
                when,
                message: `${statementName(statement)} allows ${action} on ${what} (${shownResource(pattern)})`,
                severity: atMost(heaviest, weight),
                fix: `Begin the name in Resource with the stack: ${beginning(action)}.`,
            }));
    });
    const rank = ({ when, severity }: Found) => (when.is === "yes" ? 0 : 2) + (severity === "high" ? 0 : 1);
    return found.filter(({ when }) => when.is !== "no").sort((a, b) => rank(a) - rank(b))[0];
}

function beginning(action: string): string {
    return /^ssm:/i.test(action)
        ? "`…:parameter/${pulumi.getStack()}/orders/*`"
        : "`…:secret:${pulumi.getStack()}/orders-??????`";
}

interface Terms {
    readonly environment: Environment;
    readonly shared: readonly string[];
}

/** Which environment it is of, its own name says. */
function isOfStack(stack: Stack, pattern: string): boolean {
    return stack.named<unknown>(pattern, SecretsManagerSecret, SsmParameter) !== undefined;
}
