import { IamGroup, IamGroupPolicy } from "../../model/aws";
import { type Identity, identitiesOf } from "../../model/graph";
import { demandsMfa } from "../../model/iam";
import { type Answer, all, answer, undecided } from "../../model/values";
import { cis, cwe, declare, defineStackRule, policyOf, ref, sas } from "../../pack";

const staff = declare(IamGroup, { name: "staff" });
const read = { Action: "s3:ListAllMyBuckets", Resource: "*" };
const allowing = (...statements: readonly object[]) => ({
    staff,
    policy: declare(IamGroupPolicy, { group: ref("staff.name"), policy: policyOf(...statements) }),
});

/** Strict, since users of programs have no second factor: those are to be roles. People of IAM Identity Center are not seen here. */
export default defineStackRule({
    id: "people-need-mfa",
    severity: "medium",
    profile: "strict",
    frameworks: [cis("5.0", "1.9"), cwe(308), sas(2)],
    title: "What users and groups may do asks for a second factor.",
    why: "A password that leaks is enough: whoever has it may do all that its user may.",
    fix: 'Deny everything but the set-up of a device, with NotAction, under BoolIfExists: { "aws:MultiFactorAuthPresent": "false" }.',
    sources: [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html",
    ],
    needs: identitiesOf,
    bad: allowing(read),
    good: allowing(read, {
        Effect: "Deny",
        NotAction: ["iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "sts:GetSessionToken"],
        Resource: "*",
        Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
    }),
    *check(stack) {
        for (const identity of identitiesOf(stack)) {
            const { kind, resource } = identity;
            if (!resource || (kind !== "user" && kind !== "group")) continue;
            const message = `allows ${kind === "user" ? "the user" : "its users"} what asks for no second factor`;
            yield { resource, at: "", when: isUnguarded(identity), message };
        }
    },
});

/** Does something of its own hold without a second factor? A policy that is not known yet may allow it, or be what denies it. */
function isUnguarded({ grants, permissions, unread, groups }: Identity): Answer {
    const hidden = [...unread, ...groups.flatMap((group) => group.unread)];
    const statements = permissions.grants.map(({ statement }) => statement);
    const open = grants.filter(({ statement }) => statement.effect !== "Deny" && !demandsMfa(statement, statements));
    if (hidden.length > 0 && (open.length > 0 || unread.length > 0))
        return undecided(...hidden.map(({ place }) => place));
    return all(
        answer(open.length > 0),
        ...open.flatMap(({ statement }) => statement.unknown.map((one) => undecided(one))),
    );
}
