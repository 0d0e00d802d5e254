import { IamAccessKey, IamUser, IamUserLoginProfile } from "../../../model/aws";
import { declare, type Example, ref, unknown } from "../../../pack";
import rule from "../../../policies/human-access/no-root-access-key";
import { testRule } from "../../support/rule-tester";

const key = (user: unknown) => ({ key: declare(IamAccessKey, { user } as Example) });

testRule(rule, {
    valid: {
        "of a user that is called so": { root: declare(IamUser, { name: "root" }), ...key(ref("root.name")) },
        "of a user whose name begins so": key("rooted"),
        "another credential": { login: declare(IamUserLoginProfile, { user: "root" }) },
        "of a user that is not known": key(unknown),
    },
    invalid: {
        "by its name": { given: key("root"), reports: ["key: user"], weighs: ["critical"] },
        "in another case": { given: key("Root"), reports: ["key: user"] },
        "by its ARN": { given: key("arn:aws-cn:iam::111122223333:root"), reports: ["key: user"] },
    },
});
