import { HttpApi, HttpStage, RestDeployment, RestStage } from "../../../model/aws";
import { declare, unknown } from "../../../pack";
import rule from "../../../policies/logging/api-access-logging";
import { testRule } from "../../support/rule-tester";

const destinationArn = "arn:aws:logs:eu-west-1:111122223333:log-group:api";
const JSON_FORMAT = '{"requestId":"$context.requestId","ip":"$context.identity.sourceIp"}';
const XML = '<request id="$context.requestId"><ip>$context.identity.sourceIp</ip></request>';
const CSV = "$context.identity.sourceIp,$context.requestTime,$context.status,$context.requestId";
const COMMON =
    '$context.identity.sourceIp $context.identity.caller [$context.requestTime] "$context.httpMethod $context.resourcePath" $context.status';
const rest = (accessLogSettings?: object) =>
    declare(RestStage, { restApi: "a1b2c3d4e5", deployment: "d1e2f3", stageName: "live", accessLogSettings } as never);
const http = (accessLogSettings?: object, name = "live") =>
    declare(HttpStage, { apiId: "a1b2c3d4e5", name, accessLogSettings } as never);
const deployment = (inputs: object) => declare(RestDeployment, { restApi: "a1b2c3d4e5", ...inputs } as never);
const api = (inputs: object) => declare(HttpApi, { protocolType: "HTTP", ...inputs } as never);
const strict = { strictRows: true };
const [at, format] = ["accessLogSettings.destinationArn", "accessLogSettings.format"];

testRule(rule, {
    valid: {
        "a REST stage": rest({ destinationArn, format: COMMON }),
        "JSON, in the strict profile": { given: rest({ destinationArn, format: JSON_FORMAT }), options: strict },
        "XML, in the strict profile": { given: rest({ destinationArn, format: XML }), options: strict },
        "CSV, in the strict profile": { given: rest({ destinationArn, format: CSV }), options: strict },
        "an HTTP stage": { given: http({ destinationArn, format: JSON_FORMAT }), options: strict },
        "a destination that is not known yet": http({ destinationArn: unknown, format: JSON_FORMAT }),
        "a block as a list of one": declare(HttpStage, {
            apiId: "a1b2c3d4e5",
            accessLogSettings: [{ destinationArn, format: JSON_FORMAT }],
        } as never),
        "a deployment alone": deployment({}),
        "a deployment that names no stage": deployment({ stageName: "" }),
        "an API alone": api({ target: "" }),
    },
    invalid: {
        "a REST stage without": { given: rest(), reports: [at], weighs: ["high"] },
        "an HTTP stage without": { given: http(), reports: [at] },
        "the default stage": { given: http(undefined, "$default"), reports: [at] },
        "an empty destination": { given: http({ destinationArn: "", format: JSON_FORMAT }), reports: [at] },
        "the common log format, in the strict profile": {
            given: rest({ destinationArn, format: COMMON }),
            options: strict,
            reports: [format],
            weighs: ["low"],
        },
        "the same of an HTTP stage": {
            given: http({ destinationArn, format: COMMON }),
            options: strict,
            reports: [format],
        },
        "a stage by the way": { given: deployment({ stageName: "live" }), reports: ["stageName"] },
        "a stage by the way, whose name is not known yet": {
            given: deployment({ stageName: unknown }),
            reports: ["stageName"],
        },
        "a default stage by the way": {
            given: api({ target: "arn:aws:lambda:eu-west-1:111122223333:function:orders" }),
            reports: ["target"],
        },
    },
    undecided: {
        "settings that are not known yet": { given: rest(unknown as never), options: strict, awaits: [at, format] },
    },
});
