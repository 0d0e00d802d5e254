export { type Answer, all, answer, any, no, not, undecided, unless, yes } from "./answer";
export { absent, equals, every, filled, holds, isFalse, isTrue, present, some } from "./ask";
export { describePackaged, type Packaged, packagedOf } from "./packaged";
export { isUnknown, knownPrefix, knownSuffix, UNKNOWN, UNREADABLE, WITHHELD } from "./unknown";
export {
    type Inputs,
    inputsOf,
    isRecord,
    type Missing,
    type Origin,
    pathBelow,
    propertyOf,
    type SecretPaths,
    type State,
    Value,
    valueAt,
} from "./value";
