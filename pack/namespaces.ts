import { isNamedByAws } from "../model/aws";
import { type Answer, all, any, no, not } from "../model/values";
import type { Environment } from "./environment";
import { strings } from "./options";

/** Of policies that ask by which environment a name begins. */
export const sharedNamespaces = strings("What names begin with that several environments share.", [
    "shared",
    "common",
    "global",
]);

/** Where a name of a secret or a parameter places it. */
interface Placed {
    /** It begins with this environment. */
    readonly own: Answer;
    /** It begins with another, or has another as a step of its path. */
    readonly another: Answer;
    /** This environment stands further back. */
    readonly later: Answer;
}

/** Does the name belong to no environment: to several, or to AWS, which says how it begins? */
export function isShared(name: string, shared: readonly string[]): boolean {
    const [first = ""] = stepsOf(name);
    const begins = (one: string) => first === one || (first.startsWith(one) && /[-_.]/.test(first.charAt(one.length)));
    return isNamedByAws(name) || shared.some((one) => begins(stepsOf(one)[0] ?? ""));
}

/** By a path (`/prod/orders/key`), of whose first step any word counts; of a name without steps, the first word. */
export function placed(name: string, { whose }: Environment): Placed {
    const [first = "", ...later] = stepsOf(name);
    const isPath = name.replace(/^\//, "").includes("/");
    const begins = whose(first, isPath ? "anywhere" : "first");
    const steps = later.map((step) => ({ ...whose(step), another: whose(step, "whole").another }));
    const further = isPath ? any(...steps.map(({ own }) => own)) : whose(first).own;
    const isAnother = further.is === "yes" ? no : any(...steps.map(({ another }) => another));
    return { own: begins.own, another: any(begins.another, isAnother), later: further };
}

/** How far names, of a pattern, go beyond the environment. */
export interface Straying {
    readonly when: Answer;
    readonly weight: "high" | "medium";
    readonly what: string;
}

/**
 * Does the pattern of names speak of another environment, or do its wildcards leave open of which: from the first character on, or for one
 * step of a path?
 */
export function straying(name: string, open: "everything" | "step" | undefined, environment: Environment): Straying {
    const { own, another, later } = placed(name, environment);
    const isUntold = not(any(own, later));
    if (open === "everything") return { when: isUntold, weight: "high", what: "names of every environment" };
    const begun = /^([a-z]+)[*?]/i.exec(name)?.[1];
    if (begun !== undefined && any(own, another).is === "no") return strayingFrom(begun, environment);
    if (own.is === "yes" || another.is === "no") {
        const when = open === "step" ? isUntold : no;
        return { when, weight: "medium", what: "whatever stands where environments may" };
    }
    const isNamespace = name.includes("/") || environment.whose(name, "whole").another.is !== "no";
    return { when: another, weight: isNamespace ? "high" : "medium", what: "names of another environment" };
}

/** `p*` is of all whose names begin so: of production, if it is not of this environment too. */
function strayingFrom(begun: string, environment: Environment): Straying {
    const { own, another } = environment.whose(begun, "begun");
    return { when: all(another, not(own)), weight: "medium", what: "names of another environment" };
}

function stepsOf(name: string): readonly string[] {
    return name
        .toLowerCase()
        .split("/")
        .filter((step) => step !== "");
}
