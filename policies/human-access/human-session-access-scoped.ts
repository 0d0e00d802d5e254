import { PermissionSet, PermissionSetInlinePolicy } from "../../model/aws";
import {
    type Identity,
    identitiesOf,
    isAdministrator,
    onceConditionsAreKnown,
    onIdentities,
    placeOf,
} from "../../model/graph";
import { endsWithin, listed, type Opened, openSessions, statementName } from "../../model/iam";
import { all, not } from "../../model/values";
import { cwe, declare, defineStackRule, integer, policyOf, ref, type Severity, sas } from "../../pack";

const instanceArn = "arn:aws:sso:::instance/ssoins-1234567890abcdef";
const document = "arn:aws:ssm:*::document/AWS-StartPortForwardingSessionToRemoteHost";
const checked = { BoolIfExists: { "ssm:SessionDocumentAccessCheck": "true" } };
const operators = declare(PermissionSet, { name: "operators", instanceArn });
const allowing = (Resource: string | string[], more: object = {}) => ({
    operators,
    policy: declare(PermissionSetInlinePolicy, {
        instanceArn,
        permissionSetArn: ref("operators.arn"),
        inlinePolicy: policyOf({ Action: "ssm:StartSession", Resource, ...more }),
    }),
});

const ON_INSTANCES =
    'Name the instances that it is for, or add Condition: { StringEquals: { "ssm:resourceTag/Role": "bastion" } }.';
const FIXES: Readonly<Record<Opened["kind"], string>> = {
    anywhere:
        'Name it in Resource, or add Condition: { StringEquals: { "aws:ResourceTag/Role": "bastion" } } (or an end: { DateLessThan: { "aws:CurrentTime": "…" } }).',
    ports: ON_INSTANCES,
    "default shell":
        'Add Condition: { BoolIfExists: { "ssm:SessionDocumentAccessCheck": "true" } } to every statement with ssm:StartSession.',
    tunnel: 'Add Condition: { NumericEquals: { "ec2-instance-connect:remotePort": "22" } }, and the addresses by privateIpAddress.',
    "others' session": 'Write Resource: "arn:aws:ssm:*:*:session/${aws:userid}-*" (for users of IAM, ${aws:username}).',
};

/** An administrator has every shell anyway. For machines and code, exec-role-no-resource-star says so. */
export default defineStackRule({
    id: "human-session-access-scoped",
    severity: "medium",
    frameworks: [cwe(284), cwe(1220), sas(2), sas(4)],
    title: "People get into named hosts, for a time or for forwarding alone.",
    why: "A shell on a host is all that its role may do and all that it reaches: with a wildcard, one person's password opens every host.",
    fix: "Allow ssm:StartSession on the bastion's ARN and on AWS-StartPortForwardingSessionToRemoteHost, with ssm:SessionDocumentAccessCheck.",
    sources: [
        "https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-examples.html",
        "https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-sessiondocumentaccesscheck.html",
        "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/permissions-for-ec2-instance-connect-endpoint.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws-dates.html",
    ],
    needs: identitiesOf,
    options: { maxDays: integer("How many days a grant that ends may last.", 90, 1, 366) },
    bad: allowing("*"),
    good: allowing(["arn:aws:ec2:eu-west-1:111122223333:instance/i-0abcdef1234567890", document], {
        Condition: checked,
    }),
    *check(stack, { options }) {
        yield* onIdentities(stack, "sessions", function* (identity) {
            const administers = isAdministrator(identity);
            if (administers.is === "yes") return;
            for (const held of identity.grants) {
                const { statement, managed } = held;
                const [first, ...more] = openSessions(identity.permissions, statement).filter(
                    ({ conditions }) => !endsWithin(conditions, options.maxDays, stack.today),
                );
                if (!first) continue;
                const actions = [first, ...more].filter(({ kind }) => kind === first.kind).map(({ action }) => action);
                const allows = managed
                    ? `allows all that ${managed.name} does, which gives`
                    : `${statementName(statement)} allows`;
                yield {
                    ...placeOf(held),
                    when: all(not(administers), onceConditionsAreKnown(first.when, statement)),
                    message: `${allows} ${whom(identity)} ${first.gives} (${listed(actions)})`,
                    fix: FIXES[first.kind],
                    severity: weight(identity, first),
                };
            }
        });
    },
});

function whom({ kind }: Identity): string {
    switch (kind) {
        case "user":
            return "a user";
        case "group":
            return "every user of a group";
        default:
            return "whoever signs in to it";
    }
}

/** What people have for a session, with a second factor or from somewhere only, is less than what they always have. */
function weight({ kind }: Identity, { kind: opened, held }: Opened): Severity {
    return opened === "anywhere" && held === "nothing" && (kind === "user" || kind === "group") ? "medium" : "low";
}
