import { isTagged } from "../../model/aws";
import {
    allowed,
    allowedByAttached,
    type Identity,
    identitiesNaming,
    identitiesOf,
    isDeploymentRole,
    placeOf,
    unreadOf,
    withinBoundary,
} from "../../model/graph";
import {
    deletionKind,
    isAboutOneself,
    isWildcard,
    listed,
    type NamedAction,
    shownAction,
    statementName,
} from "../../model/iam";
import { type Answer, all, any, unless } from "../../model/values";
import { cwe, defineStackRule, flag, functionAllowed, sas, strings } from "../../pack";

const DEPLOYMENT_TAGS = ["purpose", "role"].flatMap((key) =>
    ["deployment", "ci", "cd", "pipeline", "infrastructure"].map((value) => `${key}=${value}`),
);
const Resource = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";

/**
 * Left alone: AWS's policies for the roles of its own services (`service-role/`), which say what the service deletes; administrators
 * and `NotAction`, which are other rules' findings; permission sets, which are not of one account.
 */
export default defineStackRule({
    id: "exec-role-no-delete-in-production",
    severity: "high",
    frameworks: [cwe(250), sas(4)],
    title: "In production nobody but the deployment deletes what it made.",
    why: "One wrong call or one stolen credential takes a table, a queue or a key away for good, with all that is in it.",
    fix: "List the actions without those that delete, or deny them.",
    sources: [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
        "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/permissions-management.html",
    ],
    needs: identitiesOf,
    options: {
        deploymentTags: strings("Tags (key=value, or key) of roles, users and policies that deploy.", DEPLOYMENT_TAGS),
        dataPlane: flag("Also report deletions of data, such as dynamodb:DeleteItem.", false),
    },
    exampleStack: "prod",
    bad: functionAllowed({ Action: ["dynamodb:GetItem", "dynamodb:DeleteTable"], Resource }),
    good: functionAllowed({ Action: ["dynamodb:GetItem", "dynamodb:DeleteItem"], Resource }),
    *check(stack, { environment, options }) {
        if (environment.production.is === "no") return;
        const isJudged = (action: string) => {
            const kind = deletionKind(action);
            return kind === "control-plane" || (kind === "data-plane" && options.dataPlane);
        };
        const naming = new Set(identitiesNaming(stack, ({ action }) => isJudged(action)));
        for (const identity of identitiesOf(stack)) {
            if (identity.kind === "permission set" || !(naming.has(identity) || identity.attached.length > 0)) continue;
            const own = allowed(identity, isJudged);
            const attached = allowedByAttached(identity, isJudged);
            // Most roles delete nothing, and need not be asked what they are for.
            if (own.length + attached.length + identity.unread.length === 0) continue;
            const applies = unless(environment.production, deploys(identity, options.deploymentTags));
            if (applies.is === "no") continue;
            const finding = (what: string, actions: readonly NamedAction[], when: Answer) => ({
                when: all(applies, when, withinBoundary(identity)),
                message: `${what} allows ${listed(actions.map(({ action }) => shownAction(action)))}${wildcards(actions)}`,
                fix: `Leave out what deletes, or deny it: Action: "${shownAction(actions[0]?.action ?? "")}", and the like. If this is the deployment's, tag it so.`,
            });
            for (const { held, actions, when } of own) {
                // Whoever changes his own keys takes nothing from others.
                if (isAboutOneself(held.statement)) continue;
                yield { ...placeOf(held), ...finding(statementName(held.statement), actions, when) };
            }
            for (const { attached: policy, actions, when } of attached) {
                const { managed } = policy;
                if (managed && managed.path !== "service-role/")
                    yield { ...placeOf(policy), ...finding(`attached ${managed.name}`, actions, when) };
            }
            yield* unreadOf(identity, applies);
        }
    },
});

function wildcards(actions: readonly NamedAction[]): string {
    const patterns = actions.map(({ pattern }) => pattern).filter(isWildcard);
    return patterns.length > 0 ? ` (by ${listed(patterns.map(shownAction))})` : "";
}

/** A policy that nobody has yet is told by its own tags. */
function deploys(identity: Identity, tags: readonly string[]): Answer {
    const tagged = identity.resource ?? (identity.kind === "policy" ? identity.held[0]?.holder : undefined);
    return any(...(tagged ? [isTagged(tagged.root, tags)] : []), isDeploymentRole(identity));
}
