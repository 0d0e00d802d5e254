import { EcrRegistryScanningConfiguration, EcrRepository, EcrRepositoryCreationTemplate } from "../../../model/aws";
import { declare, type Program, unknown } from "../../../pack";
import rule from "../../../policies/supply-chain/ecr-scan-and-immutable";
import { testRule } from "../../support/rule-tester";

const imageTagMutability = "IMMUTABLE";
const imageScanningConfiguration = { scanOnPush: true };
const repository = (inputs: object = {}): Program => ({
    images: declare(EcrRepository, { name: "shop/orders", ...inputs } as never),
});
const registry = (scanFrequency: unknown, ...filters: unknown[]): Program => ({
    registry: declare(EcrRegistryScanningConfiguration, {
        scanType: "ENHANCED",
        rules: [{ scanFrequency, repositoryFilters: filters.map((filter) => ({ filter, filterType: "WILDCARD" })) }],
    } as never),
});
const template = (inputs: object = {}): Program => ({
    made: declare(EcrRepositoryCreationTemplate, {
        prefix: "shop",
        appliedFors: ["REPLICATION"],
        ...inputs,
    } as never),
});
const excluding = (...filters: string[]) => ({
    imageTagMutability: "IMMUTABLE_WITH_EXCLUSION",
    imageTagMutabilityExclusionFilters: filters.map((filter) => ({ filter, filterType: "WILDCARD" })),
});

testRule(rule, {
    valid: {
        "as text": repository({ imageTagMutability, imageScanningConfiguration: { scanOnPush: "true" } }),
        "all tags but some": repository({ imageScanningConfiguration, ...excluding("latest") }),
        "every repository of the registry is scanned": {
            ...registry("CONTINUOUS_SCAN", "*"),
            ...repository({ imageTagMutability }),
        },
        "a filter with a star": { ...registry("SCAN_ON_PUSH", "shop/*"), ...repository({ imageTagMutability }) },
        "a filter without one is for all that contain it": {
            ...registry("SCAN_ON_PUSH", "order"),
            ...repository({ imageTagMutability }),
        },
        "a template that holds them": template({ imageTagMutability }),
        "a template for what is cached of elsewhere": template({ appliedFors: ["PULL_THROUGH_CACHE"] }),
    },
    invalid: {
        "nothing said": {
            given: repository(),
            reports: ["images: imageScanningConfiguration.scanOnPush", "images: imageTagMutability"],
        },
        "switched off": {
            given: repository({ imageTagMutability: "MUTABLE", imageScanningConfiguration: { scanOnPush: false } }),
            reports: ["images: imageScanningConfiguration.scanOnPush", "images: imageTagMutability"],
            weighs: ["medium", "medium"],
        },
        "all but those that a filter names": {
            given: repository({
                imageScanningConfiguration,
                ...excluding("release-*"),
                imageTagMutability: "MUTABLE_WITH_EXCLUSION",
            }),
            reports: ["images: imageTagMutability"],
        },
        "exclusions of all": {
            given: repository({ imageScanningConfiguration, ...excluding("*") }),
            reports: ["images: imageTagMutability"],
        },
        "the registry scans others": {
            given: { ...registry("SCAN_ON_PUSH", "billing*"), ...repository({ imageTagMutability }) },
            reports: ["images: imageScanningConfiguration.scanOnPush"],
        },
        "the registry scans when it is told to": {
            given: { ...registry("MANUAL", "*"), ...repository({ imageTagMutability }) },
            reports: ["images: imageScanningConfiguration.scanOnPush"],
        },
        "a template": { given: template(), reports: ["made: imageTagMutability"], weighs: ["low"] },
    },
    undecided: {
        "whether tags are held is not known yet": {
            given: repository({ imageScanningConfiguration, imageTagMutability: unknown }),
            awaits: ["images.imageTagMutability"],
        },
        "whether it is scanned is not known yet": {
            given: repository({ imageTagMutability, imageScanningConfiguration: { scanOnPush: unknown } }),
            awaits: ["images.imageScanningConfiguration.scanOnPush"],
        },
        "which repositories the registry scans is not known yet": {
            given: { ...registry("SCAN_ON_PUSH", unknown), ...repository({ imageTagMutability }) },
            awaits: ["registry.rules[0].repositoryFilters[0].filter"],
        },
    },
});
