import { CognitoIdentityPool } from "../../model/aws";
import { isTrue } from "../../model/values";
import { cwe, defineRule, sas } from "../../pack";

export default defineRule({
    id: "identity-pool-no-classic-flow",
    severity: "medium",
    frameworks: [cwe(287), sas(2)],
    title: "Identity pools issue credentials in the enhanced flow only.",
    why: "In the classic flow the client picks its role and its session, and Cognito's limits on what guests may do do not apply.",
    fix: "Remove allowClassicFlow (or set it to false) and call GetCredentialsForIdentity.",
    sources: ["https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html"],
    bad: { identityPoolName: "shop", allowClassicFlow: true },
    good: { identityPoolName: "shop" },
    resource: CognitoIdentityPool,
    check({ allowClassicFlow }) {
        return {
            when: isTrue(allowClassicFlow, false),
            at: allowClassicFlow,
            message: "allows the classic flow, in which the client asks STS for a role of its choice",
        };
    },
});
