import { KmsGrant, keyHook } from "../../aws";
import { allows, namesAction, type Principal, parsePolicy, type Statement } from "../../iam";
import { type Answer, all, any, type Value } from "../../values";
import { fact } from "../fact";
import type { Resource } from "../resource";
import { asStatement } from "./as-statement";
import { type HungPolicy, hungPolicies } from "./hung-policies";

const documents = hungPolicies(keyHook);

/** The policies of keys, and the grants that stand beside them. */
export const keyPolicies = fact([documents, KmsGrant], (stack): readonly HungPolicy[] => [
    ...documents(stack),
    ...stack
        .ofType(KmsGrant)
        .map((resource) =>
            asStatement(keyHook, resource, "granteePrincipal", "keyId", { Action: grantedBy(resource.root) }),
        ),
]);

function grantedBy(grant: Value): readonly string[] {
    return grant
        .get("operations")
        .items()
        .map((operation) => `kms:${(operation as Value).text() ?? "*"}`);
}

const USE = ["kms:Decrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom"];
const ADMINISTER = ["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:DisableKey"];

/** A role or user that a key's policy lets both use the key and administer it, at the statement that gives the latter. */
export interface KeyRole {
    readonly resource: Resource;
    readonly statement: Statement;
    readonly when: Answer;
}

/** Of each statement, once. */
export function keyRoles(hung: HungPolicy): readonly KeyRole[] {
    return hung.given.flatMap(({ resource, at }) => {
        const { statements } = parsePolicy(at);
        const grants = (statement: Statement, actions: readonly string[]) =>
            all(allows(statement), any(...actions.map((action) => namesAction(statement, action))));
        return statements
            .map((statement) => {
                const uses = rolesOf(statement).map((role) =>
                    any(
                        ...statements
                            .filter((other) => rolesOf(other).includes(role))
                            .map((other) => grants(other, USE)),
                    ),
                );
                return { resource, statement, when: all(grants(statement, ADMINISTER), any(...uses)) };
            })
            .filter(({ when }) => when.is !== "no");
    });
}

/** Of roles that are not known yet, each is one of its own. */
function rolesOf({ principals }: Statement): readonly string[] {
    return principals?.not ? [] : (principals?.members ?? []).flatMap(roleOf);
}

function roleOf(principal: Principal): readonly string[] {
    if (principal.kind === "arn") return [principal.arn];
    const isRole = principal.kind === "unknown" && principal.under === "aws" && principal.suffix !== ":root";
    return isRole ? [principal.place] : [];
}
