/**
 * What the code of functions says: how it is unpacked, and what a handler chooses among. Parser and archives are loaded when somebody asks.
 */
import type { CodeReader } from "./reader";

export type { Calls, Said, ServiceCall } from "./calls";
export { eitherOf, OPEN, RUN_TIME } from "./calls";
export type { Task, Tasks } from "./code";
export type { CodeReader, FunctionCode, GivenCode } from "./reader";
export type { SdkNames } from "./sdk-names";
export type { OwnText } from "./texts";

export function codeReader(): CodeReader {
    const { CodeReader: Reader } = require("./reader") as typeof import("./reader");
    return new Reader();
}
