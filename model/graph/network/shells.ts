import { listed } from "../../iam";
import { opened } from "./openings";
import type { GroupRule } from "./security-groups";

/** What AWS calls remote server administration. */
const SHELLS: ReadonlyMap<number, string> = new Map([
    [22, "SSH"],
    [3389, "RDP"],
]);
export const SHELL_PORTS: readonly number[] = [...SHELLS.keys()];

/** The shells that a rule lets in, or may, in words: `SSH (22)`; empty where it lets in none. */
export function shellsLetIn(rule: GroupRule): string {
    if (rule.direction === "egress") return "";
    return listed(opened(rule, SHELL_PORTS).map((port) => `${SHELLS.get(port)} (${port})`));
}
