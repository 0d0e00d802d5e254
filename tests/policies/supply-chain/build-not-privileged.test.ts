import { unknown } from "../../../pack";
import rule from "../../../policies/supply-chain/build-not-privileged";
import { testRule } from "../../support/rule-tester";

const environment = {
    computeType: "BUILD_GENERAL1_SMALL",
    image: "aws/codebuild/standard:7.0",
    type: "LINUX_CONTAINER",
};
const of = (privilegedMode: unknown) => ({ environment: { ...environment, privilegedMode } }) as never;

testRule(rule, {
    valid: {
        "switched off": of(false),
        "switched off as text": of("false"),
        "no environment": {},
    },
    invalid: {
        "as text": { given: of("true"), reports: ["environment.privilegedMode"], weighs: ["medium"] },
    },
    undecided: {
        "not known yet": { given: of(unknown), awaits: ["environment.privilegedMode"] },
        "an environment that is not known yet": {
            given: { environment: unknown } as never,
            awaits: ["environment.privilegedMode"],
        },
    },
});
