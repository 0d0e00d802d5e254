import { orders, type TestStack } from "./orders";

/** A mistake for each policy: every policy of the pack fires here. */
export const broken: TestStack = orders("insecure");
