/** Loaded before the SDK: what serves programs alone is not loaded with it. */
import { loadLater, SELDOM_CALLED } from "./later";

loadLater(SELDOM_CALLED);
