export { type Answer, all, answer, any, no, not, undecided, unless, yes } from "./answer";
export { absent, equals, every, holds, isFalse, isTrue, present, some } from "./ask";
export { isUnknown, knownPrefix, knownSuffix, UNKNOWN } from "./unknown";
export { type Inputs, inputsOf, isRecord, type Origin, type SecretPaths, type State, Value } from "./value";
