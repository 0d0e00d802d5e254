import {
    IamGroup,
    IamGroupMembership,
    IamGroupPolicy,
    IamUser,
    IamUserPolicy,
    IamUserPolicyAttachment,
} from "../../../model/aws";
import { declare, type Example, functionAllowed, policyOf, ref, unknown } from "../../../pack";
import rule from "../../../policies/human-access/people-need-mfa";
import { testRule } from "../../support/rule-tester";

const clara = declare(IamUser, { name: "clara" });
const staff = declare(IamGroup, { name: "staff" });
const read = { Action: "s3:ListAllMyBuckets", Resource: "*" };
const refusal = {
    Effect: "Deny",
    NotAction: "iam:*MFADevice",
    Resource: "*",
    Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
};
const ofClara = (...statements: readonly object[]) => ({
    clara,
    own: declare(IamUserPolicy, { user: ref("clara.name"), policy: policyOf(...statements) }),
});
const ofStaff = (...statements: readonly object[]) => ({
    staff,
    theirs: declare(IamGroupPolicy, { group: ref("staff.name"), policy: policyOf(...statements) }),
});
const membership = declare(IamGroupMembership, { group: ref("staff.name"), users: [ref("clara.name")] } as Example);

testRule(rule, {
    valid: {
        "nothing granted": { clara, staff },
        "a grant that asks for it": ofStaff({
            ...read,
            Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
        }),
        "a user whose group refuses others": { ...ofClara(read), ...ofStaff(refusal), membership },
        "a member of a group that is refused": { clara, ...ofStaff(read, refusal), membership },
        "a role": functionAllowed(read),
    },
    invalid: {
        "a user": { given: ofClara(read), reports: ["clara: "] },
        "a group, once": { given: { clara, ...ofStaff(read), membership }, reports: ["staff: "] },
        "a user beside a group that refuses": {
            given: { ...ofClara(read), ...ofStaff(refusal) },
            reports: ["clara: "],
        },
        "a policy of AWS's": {
            given: {
                clara,
                attachment: declare(IamUserPolicyAttachment, {
                    user: ref("clara.name"),
                    policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
                }),
            },
            reports: ["clara: "],
        },
    },
    undecided: {
        "a document that is not known": {
            given: { staff, theirs: declare(IamGroupPolicy, { group: ref("staff.name"), policy: unknown }) },
            awaits: ["theirs.policy"],
        },
        "a group's document that is not known": {
            given: {
                ...ofClara(read),
                staff,
                membership,
                theirs: declare(IamGroupPolicy, { group: ref("staff.name"), policy: unknown }),
            },
            awaits: ["theirs.policy"],
        },
    },
});
