export { type DataChanged, dataChanged, isAdministrator, servicesReached } from "./breadth";
export { databaseUserArn } from "./database-user";
export { isDeploymentRole } from "./deployment";
export { functionOf } from "./functions";
export {
    type AttachedArn,
    type Boundary,
    type Held,
    type Identity,
    identitiesOf,
    identityOf,
    type Unread,
    type Workload,
    workloadsOf,
} from "./identities";
export { type Link, linked, possible } from "./link";
export { narrowerResource } from "./narrower";
export { namesPlainParameters } from "./parameters";
export { narrowerPassRole, passedToCondition, servicesPassedTo, trustsService } from "./passed";
export { isOf, type Resource } from "./resource";
export {
    type Allowed,
    type AllowedByAttached,
    allowed,
    allowedByAttached,
    type Found,
    onExecutionRoles,
    unknownActions,
    unreadOf,
    withinBoundary,
} from "./roles";
export { rotatesSecrets } from "./rotation";
export { isCatchAll, type Route, routesOf } from "./routes";
export { isExecutionRole } from "./scope";
export { type ResourceRecord, Stack } from "./stack";
