/** What a row of the tables of places says. */
import type { Value } from "../../values";
import { type Located, type Place, pathsOf } from "../place";
import type { ResourceType } from "../resource-type";

/** What is said of it: a function's variables have a policy of their own. */
export type PlainTextKind = "function" | "configuration";

export interface PlainTextPlace {
    readonly type: ResourceType;
    readonly kind: PlainTextKind;
    /** As `valuesAt` reads them. What stands there is a text, or a tree of them, in which a text is called by its key. */
    readonly paths: readonly string[];
    /** In place of the policy's own, where the service has a way for secrets. */
    readonly fix?: string;
    /** Keys there of which the policy on passwords speaks. */
    readonly except?: readonly string[];
}

/** Of configuration, unless said. Source: typings of @pulumi/aws 7.48.0 and 6.83.4, and each service's guide. */
export function place<T>(
    type: ResourceType<T>,
    named: (inputs: Place<T>) => Located | readonly Located[],
    besides: Partial<Pick<PlainTextPlace, "kind" | "fix" | "except">> = {},
): PlainTextPlace {
    let paths: readonly string[] | undefined;
    return {
        type,
        kind: "configuration",
        ...besides,
        // Worked out when somebody asks, as those of settings.
        get paths() {
            paths ??= pathsOf(named);
            return paths;
        },
    };
}

/** A value that lies open, and what it is called. */
export interface PlainText {
    readonly at: Value;
    /** The last name of its path: what a text there is called that has no name of its own. */
    readonly name: string;
    readonly fix?: string;
}
