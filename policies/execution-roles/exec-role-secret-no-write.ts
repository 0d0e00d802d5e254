import {
    allowed,
    type Identity,
    identitiesNaming,
    identitiesOf,
    isDeploymentRole,
    namesPlainParameters,
    onIdentities,
    placeOf,
    rotatesSecrets,
    unknownActions,
} from "../../model/graph";
import { demandsOn, listed, statementName } from "../../model/iam";
import { any, unless } from "../../model/values";
import { cwe, defineStackRule, functionAllowed, sas, strings } from "../../pack";

const WRITES =
    /^(?:secretsmanager:(?:createsecret|putsecretvalue|updatesecret(?:versionstage)?|deletesecret|(?:put|delete)resourcepolicy)|ssm:(?:putparameter|deleteparameters?))$/i;
const Resource = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/orders-??????";

/**
 * Starting a rotation, restoring and replicating a secret choose no value and take none away, so they are left alone. Whether a
 * parameter of another stack is a secret cannot be seen here; it is taken for one.
 */
export default defineStackRule({
    id: "exec-role-secret-no-write",
    severity: "medium",
    frameworks: [cwe(250), sas(7)],
    title: "Applications read secrets; people, pipelines and rotation functions write them.",
    why: "Who can write a secret can lock the application out, point it at a database of their own, or open the secret to others.",
    fix: "Leave the actions that read, and write the secret in the deployment or in a rotation function.",
    sources: [
        "https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
        "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html",
    ],
    needs: identitiesOf,
    options: {
        allowedActions: strings(
            "Writing actions that applications may have, such as secretsmanager:CreateSecret where a service mints tokens.",
            [],
        ),
    },
    bad: functionAllowed({ Action: ["secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue"], Resource }),
    good: functionAllowed({ Action: "secretsmanager:GetSecretValue", Resource }),
    *check(stack, { options }) {
        const accepted = new Set(options.allowedActions.map((action) => action.toLowerCase()));
        const isJudged = (action: string) => WRITES.test(action) && !accepted.has(action.toLowerCase());
        const question = function* (identity: Identity) {
            const excepted = any(rotatesSecrets(stack, identity), isDeploymentRole(identity));
            if (excepted.is === "yes") return;
            for (const { held, actions, when } of allowed(identity, isJudged)) {
                // AWS's own statement for rotation functions, wherever the function is.
                if (demandsOn(held.statement, "secretsmanager:resource/AllowRotationLambdaArn").length > 0) continue;
                const isPlain = namesPlainParameters(stack, held);
                const names = actions.map(({ action }) => action).filter((one) => !isPlain || !/^ssm:/i.test(one));
                if (names.length === 0) continue;
                yield {
                    ...placeOf(held),
                    when: unless(when, excepted),
                    message: `${statementName(held.statement)} allows ${listed(names)}: this code can change the secrets that it lives by`,
                };
            }
            yield* unknownActions(identity);
        };
        const among = identitiesNaming(stack, ({ action }) => isJudged(action));
        yield* onIdentities(stack, "statements", question, "document", among);
    },
});
