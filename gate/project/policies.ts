import { existsSync, readFileSync, statSync } from "node:fs";
import { CannotCheck, reasonOf } from "../errors";
import type { PolicyConfiguration } from "../host/pack";

/** Reads the file of `--policy-config`; whether the pack has its policies and options, the pack's host says. */
export function readPolicies(file: string): PolicyConfiguration {
    if (!existsSync(file)) throw new CannotCheck(`there is no policy configuration ${file}`);
    if (statSync(file).isDirectory())
        throw new CannotCheck(`the policy configuration ${file} is a folder: name a file`);
    let given: unknown;
    try {
        // Some editors begin a file with a mark of its byte order, which is no JSON.
        given = JSON.parse(readFileSync(file, "utf8").replace(/^\ufeff/, ""));
    } catch (error) {
        throw new CannotCheck(`the policy configuration ${file} is not valid JSON`, reasonOf(error));
    }
    if (typeof given !== "object" || given === null || Array.isArray(given))
        throw new CannotCheck(`the policy configuration ${file} is no object of policies by name`);
    for (const [policy, own] of Object.entries(given)) {
        if (typeof own === "string" || (typeof own === "object" && own !== null && !Array.isArray(own))) continue;
        throw new CannotCheck(
            `the policy configuration gives ${policy} neither a level nor an object with enforcementLevel and options`,
        );
    }
    return given as PolicyConfiguration;
}
