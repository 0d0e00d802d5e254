/** What is loaded into a pack's process before the pack: the SDK loads there what serves programs alone. */
import { loadLater, PACKAGE_MANAGER } from "../later";

loadLater(PACKAGE_MANAGER);
