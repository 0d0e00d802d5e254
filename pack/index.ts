export { type Control, cis, cwe, fsbp, owasp, sas } from "../model/frameworks";
export type { Environment } from "./environment";
export { archive, type Declaration, declare, type Example, json, type Program, ref, secret, unknown } from "./example";
export { isShared, placed, sharedNamespaces, straying } from "./namespaces";
export { entranceCause, ruleCause, togetherCause } from "./network-causes";
export { choices, flag, integer, pairs, publicPaths, strings, text, trustedAccounts } from "./options";
export { onPlainText, placeCause } from "./plain-text-rule";
export {
    type AnyRule,
    type Context,
    defineRule,
    defineStackRule,
    type Judgement,
    type ResourceContext,
    type Rule,
    type StackJudgement,
    type StackRule,
    stackPart,
    typesOf,
} from "./rule";
export {
    functionAllowed,
    identityPoolProgram,
    policyOf,
    randomPassword,
    readerAllowed,
    trusts,
    trustsPool,
} from "./samples";
export { defineSettingRule, judgementsOf, type SettingRule } from "./setting-rule";
export { atMost, type Severity } from "./severity";
