export {
    actionMatches,
    actionsNamed,
    actionsOf,
    actionsOfPattern,
    type NamedAction,
    namesAction,
    serviceOf,
} from "./action";
export { type Entry, entriesOf } from "./admits";
export { type Caller, type Met, meets } from "./caller";
export { type CognitoTrust, cognitoTrust, trustsCognito } from "./cognito";
export {
    type Bound,
    boundsCaller,
    callerBound,
    demands,
    demandsOn,
    type Narrowing,
    namesOwner,
    narrowing,
    opposite,
    parseOperator,
    requiresKey,
} from "./condition";
export { type OpenLogin, openLogins, unknownLogins } from "./database-login";
export {
    atStatement,
    exampleArn,
    listed,
    placeInPolicy,
    type StatementPlace,
    shownAction,
    shownResource,
    statementLabel,
    statementName,
    statementNumber,
} from "./describe";
export { type PolicyDocument, type Problem, parsePolicy } from "./document";
export { type Extent, extentOf, worksThrough } from "./extent";
export { type Federation, federationOf } from "./federation";
export * from "./knowledge";
export { contentReads } from "./knowledge/contents";
export { type Lockout, lockoutsIn } from "./lockout";
export { managedStatements } from "./managed";
export { type Meant, type MeantBy, meantBy, type Whom as Meaning } from "./meant";
export { type Circumstances, canBeMet } from "./meeting";
export { demandsMfa } from "./mfa";
export { openNames } from "./name";
export { opensTo } from "./openness";
export { isAboutOneself, isAboutOwnData, isUserData } from "./own-data";
export { includes, isEverything, isWildcard, matches, meetsForm, overlap, PART, witness } from "./pattern";
export { type Allowing, type Grant, Permissions } from "./permissions";
export {
    anybody,
    letsInPlainText,
    otherThanServices,
    refusesPlainText,
    type Target,
    type Use,
    type Whom,
} from "./plain-text";
export { isServicePrincipal, type Principal, parsePrincipal, serviceName } from "./principal";
export { administers, allows, everyAction, everyResource, isEveryArn, someMember } from "./questions";
export { worksOn } from "./region";
export { conditionsOn, requiredOn } from "./required";
export { type NamePattern, namePatterns } from "./secret-names";
export { type Itself, namedBy } from "./self";
export { type Opened, openSessions } from "./sessions";
export type { Condition, Members, Principals, Statement, UnknownMember } from "./statement";
export { endsWithin } from "./time-bound";
export {
    type Admission,
    type Binding,
    boundBy,
    isCallerBound,
    isShut,
    onKeys,
    onOneOfMany,
    onSecondFactor,
    onSource,
    type Trust,
    trustOf,
} from "./trust";
export { type PolicyKind, problemsOf } from "./validity";
export { isDeciding, isHarmless, usableGrants, type Way, waysOf } from "./ways";
