import type { SdkNames } from "../../code";
import { operationNamed, resourceModel, serviceOf, transfer, waiter } from "../../iam/knowledge/operations";

/** What AWS's SDKs call services, operations and resources, for whoever reads code. */
export const sdkNames: SdkNames = {
    service: (name) => serviceOf(name, "botocore"),
    operation: (service, name) => operationNamed(service, name, "snake_case"),
    waiter,
    resources: resourceModel,
    transfer,
};
