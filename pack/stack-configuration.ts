import { Config, getStack, runtime } from "@pulumi/pulumi";
import type { Phase } from "./host";

/**
 * The exemptions that the stack's own configuration records, `aws-serverless-security:exemptions`; where it is not a list,
 * a list of one entry that no check accepts, so that it is reported and not overlooked.
 */
export function stackExemptions(): readonly unknown[] {
    try {
        const given = new Config("aws-serverless-security").getObject<unknown>("exemptions");
        if (given === undefined) return [];
        return Array.isArray(given) ? given : [given];
    } catch {
        return [undefined];
    }
}

/** What the stack's own configuration says it is for, `aws-serverless-security:environment`. */
export function stackEnvironment(): string | undefined {
    return new Config("aws-serverless-security").get("environment");
}

/** `pulumi policy analyze` is the one that tells a pack neither the stack's name nor its configuration. */
export function phase(stack: string): Phase {
    if (getStack() !== stack) return "audit";
    return runtime.isDryRun() ? "preview" : "update";
}
