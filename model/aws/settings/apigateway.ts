/** Amazon API Gateway. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { RestMethodSettings, RestStage } from "../types";
import { bad, both, sharing, switchedOn, unless } from "./condition";
import { on } from "./good";
import { settings } from "./setting";

export const apiGateway = [
    settings(RestMethodSettings, "apiCache", {
        encryptedAtRest: {
            at: ({ settings }) => settings.cacheDataEncrypted,
            good: on,
            absent: bad,
            only: both(
                switchedOn(({ settings }) => settings.cachingEnabled),
                // A stage without a cache keeps nothing.
                unless(
                    sharing(
                        RestStage,
                        (stage) => [stage.restApi, stage.stageName],
                        unless(switchedOn((stage) => stage.cacheClusterEnabled)),
                    ),
                ),
            ),
            controls: [fsbp("APIGateway.5")],
        },
    }),
].flat();
