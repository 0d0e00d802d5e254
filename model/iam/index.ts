export { type PolicyDocument, type Problem, parsePolicy } from "./document";
export { includes, isEverything, isWildcard, matches, overlap } from "./pattern";
export { isServicePrincipal, type Principal, parsePrincipal, serviceName } from "./principal";
export { allows, everyAction, everyResource, isEveryArn, serviceOf, someMember } from "./questions";
export {
    type Condition,
    type Members,
    type Principals,
    type Statement,
    statementName,
    type UnknownMember,
} from "./statement";
