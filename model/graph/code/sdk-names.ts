import type { SdkNames } from "../../code";
import {
    documentOperation,
    operationNamed,
    resourceModel,
    serviceOf,
    transfer,
    waiter,
} from "../../iam/knowledge/operations";

/** What AWS's SDKs call services, operations and resources, for whoever reads code. */
export const sdkNames: SdkNames = {
    service: (name, spelling = "botocore") => serviceOf(name, spelling),
    operation: (service, name, spelling = "snake_case") => operationNamed(service, name, spelling),
    document: documentOperation,
    waiter,
    resources: resourceModel,
    transfer,
};
