/** Amazon API Gateway. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { RestMethodSettings, RestStage } from "../types";
import { bad, both, inStack, switchedOn, unless } from "./condition";
import { on } from "./good";
import { settings } from "./setting";

/** The stack has stages, and none of them has a cache. */
const nothingCached = both(
    inStack(RestStage),
    unless(
        inStack(
            RestStage,
            switchedOn((stage) => stage.cacheClusterEnabled),
        ),
    ),
);

export const apiGateway = [
    settings(RestMethodSettings, "apiCache", {
        encryptedAtRest: {
            at: ({ settings }) => settings.cacheDataEncrypted,
            good: on,
            absent: bad,
            only: both(
                switchedOn(({ settings }) => settings.cachingEnabled),
                unless(nothingCached),
            ),
            controls: [fsbp("APIGateway.5")],
        },
    }),
].flat();
