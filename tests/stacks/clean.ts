import { orders, type TestStack } from "./orders";

/** The same service as it should be: no policy fires here, and none stays undecided. */
export const clean: TestStack = orders("secure");
