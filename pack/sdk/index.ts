/**
 * What the pack does in place of @pulumi/policy, and what of it the typings leave out: all of it stands in this folder. The SDK's server
 * reads requests and writes answers by `AnalyzerService`, whose functions are replaced before the pack is served.
 */
export { judgedByType } from "./calls";
export { observeConfiguration } from "./configuration";
export { providerMajor, rawProperties, secretPaths } from "./properties";
export { reportAtLevel } from "./report";
export { givenUnknowns } from "./requests";
export { type StackResource, type WholeStack, wholeStack } from "./stack";

import { shareDeserialization } from "./deserialization";
import { readRequests } from "./requests";
import { repeatNotApplicable } from "./responses";
import { shareStacks } from "./stack";

/** To be called before the pack is served; once is enough. */
export function takeOver(): void {
    shareDeserialization();
    readRequests();
    shareStacks();
    repeatNotApplicable();
}
