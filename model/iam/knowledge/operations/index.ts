/**
 * From an operation of AWS's SDKs to IAM's actions. Services go by their folder in botocore (`cognito-idp`), operations by AWS's name
 * (`AdminGetUser`), parameters by AWS's name (`UserPoolId`). Tables are read at the first question, for one service.
 */
export type { Given } from "./given";
export { documentOperation, type OperationSpelling, operationNamed, operationsOf, paginator, waiter } from "./names";
export { type Demand, type Needed, neededFor } from "./needed";
export {
    type IdentifierSource,
    type MadeResource,
    type ResourceCall,
    type ResourceClass,
    type ResourceModel,
    resourceModel,
} from "./resource-models";
export { type SdkService, type ServiceSpelling, sdkService, serviceOf } from "./services";
export { type Transfer, transfer } from "./transfers";
