import { LambdaFunction, LambdaLayerVersion } from "../../../model/aws";
import { UNKNOWN } from "../../../model/values";
import { declare, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/supply-chain/lambda-layer-trusted";
import { testRule } from "../../support/rule-tester";

const ROLE = "arn:aws:iam::111122223333:role/orders";
const lambda = (layers: unknown, role: unknown = ROLE): Program => ({
    orders: declare(LambdaFunction, { role, layers } as never),
});
const layer = { shared: declare(LambdaLayerVersion, { layerName: "shared" }) };
const of = (account: string, name = "tracing", partition = "aws", region = "eu-west-1") =>
    `arn:${partition}:lambda:${region}:${account}:layer:${name}:7`;
const STRANGER = "444455556666";

testRule(rule, {
    valid: {
        "no layers": lambda(undefined),
        "one of this account": lambda([of("111122223333")]),
        "one of this stack": { ...layer, ...lambda([ref("shared.arn")]) },
        "all of this stack's at once": {
            ...layer,
            orders: declare(LambdaFunction, { role: ROLE, layers: ref("shared.arn") } as never),
        },
        "two of this stack": {
            ...layer,
            more: declare(LambdaLayerVersion, { layerName: "more" }),
            ...lambda([ref("shared.arn"), ref("more.arn")]),
        },
        "AWS's, by account": lambda([of("017000801446", "AWSLambdaPowertoolsPythonV3-python313-x86_64")]),
        "AWS's in a region of its own": lambda([
            of("012438385374", "LambdaInsightsExtension", "aws", "af-south-1"),
            of("730335625313", "AWS-AppConfig-Extension", "aws", "ap-east-2"),
        ]),
        "AWS's in China": lambda(
            [of("488211338238", "LambdaInsightsExtension", "aws-cn", "cn-north-1")],
            "arn:aws-cn:iam::111122223333:role/orders",
        ),
        "AWS's in GovCloud": lambda(
            [of("165093116878", "AWSLambdaPowertoolsPythonV3", "aws-us-gov", "us-gov-west-1")],
            "arn:aws-us-gov:iam::111122223333:role/orders",
        ),
        "AWS's form without an account": lambda(["arn:aws:lambda:::awslayer:AmazonLinux1803"]),
        "AWS's, in a region that is not known yet": lambda([of("015030872274", "x", "aws", UNKNOWN)]),
        "what is no ARN, which another policy tells": lambda(["shared"]),
        "one that the team named": { given: lambda([of(STRANGER)]), options: { trustedAccounts: [STRANGER] } },
    },
    invalid: {
        "the second one": {
            given: lambda([of("111122223333"), of(STRANGER)]),
            reports: ["orders: layers[1]"],
            weighs: ["high"],
        },
        "beside one that is not known yet": {
            given: lambda([unknown, of(STRANGER)]),
            reports: ["orders: layers[1]"],
        },
        "a trusted name in a strange account": {
            given: lambda([of(STRANGER, "AWSLambdaPowertoolsPythonV3-python313-x86_64")]),
            reports: ["orders: layers[0]"],
        },
        "an account of AWS's in another partition": {
            given: lambda([of("017000801446", "AWSLambdaPowertools", "aws-cn", "cn-north-1")]),
            reports: ["orders: layers[0]"],
        },
        "in a region that is not known yet": {
            given: lambda([of(STRANGER, "util", "aws", UNKNOWN)]),
            reports: ["orders: layers[0]"],
        },
        "a vendor's, whosever the function is": {
            given: lambda([of("464622532012", "Datadog-Extension")], unknown),
            reports: ["orders: layers[0]"],
        },
        "beside one of this stack": {
            given: { ...layer, ...lambda([ref("shared.arn"), of(STRANGER)]) },
            reports: ["orders: layers[1]"],
        },
    },
    undecided: {
        "a list that is not known yet": { given: lambda(unknown), awaits: ["orders.layers"] },
        "a layer that is not known yet": { given: lambda([unknown]), awaits: ["orders.layers[0]"] },
        "an account that is not known yet": {
            given: lambda([of(UNKNOWN)]),
            awaits: ["orders.layers[0]"],
        },
    },
});
