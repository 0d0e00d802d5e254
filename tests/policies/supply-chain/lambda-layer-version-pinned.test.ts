import { LambdaFunction, LambdaLayerVersion } from "../../../model/aws";
import { UNKNOWN } from "../../../model/values";
import { declare, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/supply-chain/lambda-layer-version-pinned";
import { testRule } from "../../support/rule-tester";

const lambda = (...layers: unknown[]): Program => ({
    orders: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders", layers } as never),
});
const layer = { shared: declare(LambdaLayerVersion, { layerName: "shared" }) };
const SHARED = "arn:aws:lambda:eu-west-1:111122223333:layer:shared";

testRule(rule, {
    valid: {
        "no layers": lambda(),
        "AWS's form, which has no version": lambda("arn:aws:lambda:::awslayer:AmazonLinux1803"),
        "in another partition": lambda("arn:aws-us-gov:lambda:us-gov-west-1:111122223333:layer:shared:12"),
        "one of this stack": { ...layer, ...lambda(ref("shared.arn")) },
        "in a region that is not known yet": lambda(`arn:aws:lambda:${UNKNOWN}:111122223333:layer:shared:7`),
    },
    invalid: {
        "the newest, which layers do not know": { given: lambda(`${SHARED}:$LATEST`), reports: ["orders: layers[0]"] },
        "a name": { given: lambda(`${SHARED}:7`, "shared"), reports: ["orders: layers[1]"] },
        "in a region that is not known yet": {
            given: lambda(`arn:aws:lambda:${UNKNOWN}:111122223333:layer:shared`),
            reports: ["orders: layers[0]"],
        },
    },
    undecided: {
        "a layer that is not known yet": { given: lambda(unknown), awaits: ["orders.layers[0]"] },
        "a version that is not known yet": { given: lambda(`${SHARED}:${UNKNOWN}`), awaits: ["orders.layers[0]"] },
    },
});
