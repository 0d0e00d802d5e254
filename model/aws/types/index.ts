/**
 * The resource types that rules and the graph know, by the token that reaches a policy. A policy sees the exact token, and a token
 * nobody lists is a silent pass: twins and legacy tokens of one thing are types of their own here.
 */
export * from "./analytics";
export * from "./callers";
export * from "./compute";
export * from "./databases";
export * from "./edge";
export * from "./identity";
export * from "./keys";
export * from "./logs";
export * from "./messaging";
export * from "./network";
export * from "./operations";
export * from "./storage";
