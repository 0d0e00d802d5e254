import {
    type Allowed,
    type Identity,
    identitiesOf,
    narrowerResource,
    onceConditionsAreKnown,
    onGrants,
    placeOf,
} from "../../model/graph";
import { extentOf, isWildcard, listed, narrowing, shownResource, statementName, worksOn } from "../../model/iam";
import { cwe, defineStackRule, functionAllowed, type Judgement, sas } from "../../pack";

const USES_KEY = /^kms:(?:decrypt|reencrypt(?:from|to)|generatedatakey\w*)$/i;

/**
 * KMS looks at the key that an alias points to, never at the alias: an alias in `Resource` grants nothing, so it is no finding here,
 * although it names no key. AWS-managed policies and `NotResource` are other rules' findings.
 */
export default defineStackRule({
    id: "exec-role-kms-decrypt-scoped",
    severity: "high",
    frameworks: [cwe(732), sas(4), sas(7)],
    title: "Roles, users and groups decrypt with named keys.",
    why: "Encryption separates nothing where one role may use every key: whatever it can reach, it can also read.",
    fix: "Name the key's ARN in Resource, or demand kms:ViaService, kms:EncryptionContext or kms:ResourceAliases.",
    sources: [
        "https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html",
        "https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html",
    ],
    needs: identitiesOf,
    bad: functionAllowed({ Action: "kms:Decrypt", Resource: "*" }),
    good: functionAllowed({
        Action: "kms:Decrypt",
        Resource: "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    }),
    *check(stack) {
        const usesKey = (action: string) => USES_KEY.test(action);
        yield* onGrants(stack, "dataRights", usesKey, (grant, identity) => {
            const found = judged(identity, grant);
            if (!found) return undefined;
            const fix = `${narrowerResource(stack, identity, ["kms:Decrypt"])} An alias does not do; where only its alias is known, demand kms:ResourceAliases.`;
            const when = onceConditionsAreKnown(grant.when, grant.held.statement);
            return { ...found, ...placeOf(grant.held), when, fix };
        });
    },
});

function judged(identity: Identity, { held, actions }: Allowed): Pick<Judgement, "message" | "severity"> | undefined {
    const { statement } = held;
    const narrow = narrowing(statement);
    if (statement.resources?.not || narrow === "resource") return undefined;
    const extents = actions.map(({ action }) => ({
        action,
        extent: extentOf(identity.permissions, statement, action),
    }));
    const open = extents.filter(({ extent }) => extent !== "named");
    if (open.length === 0) return undefined;
    const isOpen = (pattern: string) => isWildcard(pattern) && open.some(({ action }) => worksOn(action, pattern));
    const pattern = statement.resources?.patterns.find(isOpen);
    const shown = pattern === undefined ? "" : ` (${shownResource(pattern)})`;
    const isAny = open.some(({ extent }) => extent === "any");
    const message = `${statementName(statement)} allows ${listed(open.map(({ action }) => action))} with ${isAny ? "every key" : "whatever keys have ids of this form"}${shown}`;
    // Ids are random: all that a part of one tells is whether the key is replicated (`mrk-`).
    return { message, severity: isAny && narrow === "nothing" ? "high" : "medium" };
}
