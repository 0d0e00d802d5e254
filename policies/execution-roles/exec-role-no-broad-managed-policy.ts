import { IamRole, IamRolePolicyAttachment } from "../../model/aws";
import {
    awsPolicyName,
    type BroadPolicy,
    broadPolicies,
    CALLBACK_FIX,
    type Identity,
    identitiesOf,
    narrowerResource,
    onIdentities,
    placeOf,
    type Stack,
    saidOfCode,
    tellingActions,
    trustedServices,
    whatItAllows,
} from "../../model/graph";
import { listed, retirement, smallerPolicy } from "../../model/iam";
import { yes } from "../../model/values";
import { cwe, declare, defineStackRule, ref, type Severity, sas, strings, trusts } from "../../pack";

const role = declare(IamRole, { assumeRolePolicy: trusts("lambda") });
const attached = (name: string) => ({
    role,
    attachment: declare(IamRolePolicyAttachment, {
        role: ref("role.name"),
        policyArn: `arn:aws:iam::aws:policy/${name}`,
    }),
});

/**
 * A policy under `service-role/` passes where AWS's service alone acts under the role, as AWS documents it: AWSLambdaRole on a state
 * machine, which invokes every function, is missed. One that the tables do not have is judged by its name.
 */
export default defineStackRule({
    id: "exec-role-no-broad-managed-policy",
    severity: "high",
    frameworks: [cwe(250), sas(4)],
    title: "Execution roles carry no broad policies of AWS's.",
    why: "Such a policy fits every account, so it names nothing: a flaw in this code reaches all that the service holds.",
    fix: "Write a policy for this role that lists the actions that its code calls, on the resources that it calls them on.",
    sources: [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
        "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html",
    ],
    needs: identitiesOf,
    options: { allowedPolicies: strings("AWS-managed policies that are accepted, by name or ARN.") },
    bad: attached("AmazonDynamoDBFullAccess"),
    good: attached("service-role/AWSLambdaBasicExecutionRole"),
    *check(stack, { options }) {
        const isAllowed = (arn: string) =>
            options.allowedPolicies.some((one) => one === arn || one === awsPolicyName(arn));
        yield* onIdentities(
            stack,
            "statements",
            function* (identity) {
                if (identity.attached.length === 0) return;
                const broad = [...broadPolicies(identity)].filter(({ attached: { arn } }) => !isAllowed(arn));
                const [first, ...others] = broad.filter(({ attached: { byDefault } }) => byDefault);
                if (first) {
                    const services = [first, ...others].flatMap((one) => one.services);
                    const message = `carries the ${others.length + 1} broad policies that CallbackFunction attaches by default: all of ${listed(services, 12)}`;
                    yield { ...placeOf(first.attached), when: yes, message, fix: CALLBACK_FIX };
                }
                for (const policy of broad.filter(({ attached: { byDefault } }) => !byDefault)) {
                    const base = { ...placeOf(policy.attached), when: yes, severity: weight(policy) };
                    const said = saidOfCode(stack, identity, policy.attached);
                    yield { ...base, message: `${fact(policy)}${said}`, fix: fixOf(stack, identity, policy) };
                }
                for (const given of identity.attached) {
                    const { arn } = given;
                    const [name, retired] = [awsPolicyName(arn), retirement(arn)];
                    if (!retired || isAllowed(arn) || broad.some(({ attached: one }) => one.arn === arn)) continue;
                    const message = `allows what ${name} did: AWS has withdrawn it, and it cannot be attached anew`;
                    const fix = `Attach ${retired.replacement}.`;
                    yield { ...placeOf(given), when: yes, message, fix, severity: "medium" as const };
                }
            },
            "attachment",
        );
    },
});

/** Reading how resources are set up is worth knowing; so is what a boundary holds to resources of like names. */
function weight({ extent, breadth, contentsOf }: BroadPolicy): Severity {
    return extent === "any" && (breadth !== "read-all" || contentsOf.length > 0) ? "high" : "medium";
}

function fact(policy: BroadPolicy): string {
    const within = policy.extent === "family" ? ", as far as its permissions boundary goes" : "";
    const retired = retirement(policy.name);
    const withdrawn = retired ? ` (AWS has withdrawn it in favour of ${retired.replacement})` : "";
    return `allows all that ${policy.name} does: ${whatItAllows(policy)}${within}${withdrawn}`;
}

function fixOf(stack: Stack, identity: Identity, { name, services }: BroadPolicy): string {
    const trusted = trustedServices(identity);
    const smaller = trusted === "not known yet" ? undefined : smallerPolicy(name, trusted);
    const enough = smaller ? `If this only ${smaller.use}, attach ${smaller.name}. Otherwise write` : "Write";
    const actions = tellingActions(name, services);
    const narrower = actions.length > 0 ? ` ${narrowerResource(stack, identity, actions)}` : "";
    return `${enough} a policy for this role that lists the actions that its code calls.${narrower}`;
}
