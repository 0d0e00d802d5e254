import { AppSyncApiCache, RestMethodSettings, RestStage, SsmParameter } from "../../../model/aws";
import { declare, type Example, ref, unknown } from "../../../pack";
import rule from "../../../policies/encryption-at-rest/api-cache-encrypted";
import { testRule } from "../../support/rule-tester";

const methods = (settings: object) =>
    declare(RestMethodSettings, { restApi: "a1b2c3", stageName: "prod", methodPath: "*/*", settings } as Example);
const stage = (given: object) =>
    declare(RestStage, { restApi: "a1b2c3", deployment: "d1", stageName: "prod", ...given } as Example);
const cache = (given: object) =>
    declare(AppSyncApiCache, {
        apiId: "a1b2c3",
        apiCachingBehavior: "FULL_REQUEST_CACHING",
        type: "SMALL",
        ttl: 300,
        ...given,
    });
const setting = declare(SsmParameter, { type: "String", value: unknown });

testRule(rule, {
    valid: {
        "nothing cached": methods({ metricsEnabled: true }),
        "caching switched off": methods({ cachingEnabled: false, cacheDataEncrypted: false }),
        "cached and encrypted": methods({ cachingEnabled: true, cacheDataEncrypted: true }),
        "cached, on a stage without a cache": { methods: methods({ cachingEnabled: true }), stage: stage({}) },
        "AppSync, which encrypts in any case": cache({}),
        "AppSync, said aloud": cache({ atRestEncryptionEnabled: true }),
    },
    invalid: {
        "cached, absent": {
            given: methods({ cachingEnabled: "true" }),
            reports: ["settings.cacheDataEncrypted"],
            weighs: ["medium"],
        },
        "cached, switched off": {
            given: methods({ cachingEnabled: true, cacheDataEncrypted: false }),
            reports: ["settings.cacheDataEncrypted"],
        },
        "cached, on a stage with a cache": {
            given: { methods: methods({ cachingEnabled: true }), stage: stage({ cacheClusterEnabled: true }) },
            reports: ["methods: settings.cacheDataEncrypted"],
        },
        "cached, beside another API's stage without a cache": {
            given: { methods: methods({ cachingEnabled: true }), stage: stage({ restApi: "d4e5f6" }) },
            reports: ["methods: settings.cacheDataEncrypted"],
        },
        "cached, beside another stage without a cache": {
            given: { methods: methods({ cachingEnabled: true }), stage: stage({ stageName: "dev" }) },
            reports: ["methods: settings.cacheDataEncrypted"],
        },
        "AppSync, switched off": {
            given: cache({ atRestEncryptionEnabled: false }),
            reports: ["atRestEncryptionEnabled"],
            weighs: ["low"],
        },
    },
    undecided: {
        "whose stage it is": {
            given: {
                setting,
                methods: methods({ cachingEnabled: true }),
                stage: stage({ restApi: ref("setting.value") }),
            },
            awaits: ["stage.restApi"],
        },
        "whether anything is cached": {
            given: { setting, methods: methods({ cachingEnabled: ref("setting.value") }) },
            awaits: ["methods.settings.cachingEnabled"],
        },
        "whether the stage has a cache": {
            given: {
                setting,
                methods: methods({ cachingEnabled: true }),
                stage: stage({ cacheClusterEnabled: ref("setting.value") }),
            },
            awaits: ["stage.cacheClusterEnabled"],
        },
    },
});
