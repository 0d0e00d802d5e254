import { LambdaFunctionUrl, LambdaPermission } from "../../../model/aws";
import { declare, unknown } from "../../../pack";
import rule from "../../../policies/invoke-permissions/lambda-url-auth-required";
import { testRule } from "../../support/rule-tester";

const url = (authorizationType: string | typeof unknown) =>
    declare(LambdaFunctionUrl, { functionName: "orders", authorizationType });
const permission = (inputs: object) =>
    declare(LambdaPermission, { action: "lambda:InvokeFunctionUrl", function: "orders", principal: "*", ...inputs });

testRule(rule, {
    valid: {
        "IAM authentication": url("AWS_IAM"),
        "a permission for callers with IAM": permission({ functionUrlAuthType: "AWS_IAM", principal: "111122223333" }),
        "a permission that is not for a URL": permission({
            action: "lambda:InvokeFunction",
            principal: "s3.amazonaws.com",
        }),
        "through the URL, one account": permission({
            action: "lambda:InvokeFunction",
            principal: "111122223333",
            invokedViaFunctionUrl: true,
        }),
    },
    invalid: {
        "no authentication": { given: url("NONE"), reports: ["authorizationType"] },
        "a permission for callers without authentication": {
            given: permission({ functionUrlAuthType: "NONE" }),
            reports: ["functionUrlAuthType"],
        },
        "everyone through the URL": {
            given: permission({ action: "lambda:InvokeFunction", invokedViaFunctionUrl: true }),
            reports: ["principal"],
        },
        "a switch given as text": {
            given: permission({ action: "lambda:InvokeFunction", invokedViaFunctionUrl: "true" as never }),
            reports: ["principal"],
        },
    },
    undecided: { "not known yet": { given: url(unknown), awaits: ["authorizationType"] } },
});
