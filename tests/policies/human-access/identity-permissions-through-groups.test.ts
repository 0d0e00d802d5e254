import {
    IamAccessKey,
    IamGroup,
    IamPolicyAttachment,
    IamUser,
    IamUserLoginProfile,
    IamUserPolicy,
    IamUserPolicyAttachment,
    IamUserPolicyAttachmentsExclusive,
} from "../../../model/aws";
import { declare, type Example, policyOf, ref, unknown } from "../../../pack";
import rule from "../../../policies/human-access/identity-permissions-through-groups";
import { testRule } from "../../support/rule-tester";

const policyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const clara = declare(IamUser, { name: "clara" });
const staff = declare(IamGroup, { name: "staff" });
const list = (given: Example<NonNullable<(typeof IamPolicyAttachment)["inputs"]>>) =>
    declare(IamPolicyAttachment, { policyArn, ...given } as Example);

testRule(rule, {
    valid: {
        "a list of groups and roles": {
            staff,
            list: list({ groups: [ref("staff.name")], roles: ["orders"] } as Example),
        },
        "an empty list of users": { staff, list: list({ users: [], groups: [ref("staff.name")] } as Example) },
        "an empty exclusive list": {
            clara,
            only: declare(IamUserPolicyAttachmentsExclusive, { userName: ref("clara.name"), policyArns: [] }),
        },
        "a boundary, which permits nothing": {
            clara: declare(IamUser, { name: "clara", permissionsBoundary: policyArn }),
        },
        "a user with a key of this stack": {
            clara,
            key: declare(IamAccessKey, { user: ref("clara.name") }),
            attachment: declare(IamUserPolicyAttachment, { user: ref("clara.name"), policyArn }),
        },
        "a user from elsewhere with a password of this stack": {
            login: declare(IamUserLoginProfile, { user: "clara" }),
            attachment: declare(IamUserPolicyAttachment, { user: "clara", policyArn }),
        },
    },
    invalid: {
        "a policy of the user's own": {
            given: {
                clara,
                policy: declare(IamUserPolicy, {
                    user: ref("clara.name"),
                    policy: policyOf({ Action: "s3:ListAllMyBuckets", Resource: "*" }),
                }),
            },
            reports: ["policy: user"],
            weighs: ["low"],
        },
        "a user from elsewhere": {
            given: { attachment: declare(IamUserPolicyAttachment, { user: "clara", policyArn }) },
            reports: ["attachment: user"],
        },
        "one of a list": {
            given: { clara, list: list({ users: [ref("clara.name")], groups: ["staff"] } as Example) },
            reports: ["list: users"],
        },
        "an exclusive list": {
            given: {
                clara,
                only: declare(IamUserPolicyAttachmentsExclusive, {
                    userName: ref("clara.name"),
                    policyArns: [policyArn],
                }),
            },
            reports: ["only: userName"],
        },
        "one of two, of whom the other has a key": {
            given: {
                key: declare(IamAccessKey, { user: "importer" }),
                list: list({ users: ["importer", "clara"] } as Example),
            },
            reports: ["list: users"],
        },
    },
    undecided: {
        "a list that is not known": { given: { list: list({ users: unknown } as Example) }, awaits: ["list.users"] },
    },
});
