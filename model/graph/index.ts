export { functionOf } from "./functions";
export { type AttachedArn, type Grant, type Grantee, granteesOf, type Workload, workloadsOf } from "./grants";
export { type Link, linked, possible } from "./link";
export { isOf, type Resource } from "./resource";
export { isCatchAll, type Route, routesOf } from "./routes";
export { isExecutionRole } from "./scope";
export { type ResourceRecord, Stack } from "./stack";
