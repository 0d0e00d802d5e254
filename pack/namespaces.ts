import { isNamedByAws } from "../model/aws";
import { type Answer, any, no } from "../model/values";
import type { Environment } from "./environment";
import { strings } from "./options";

/** Of policies that ask by which environment a name begins. */
export const sharedNamespaces = strings("What names begin with that several environments share.", [
    "shared",
    "common",
    "global",
]);

/** Where a name of a secret or a parameter places it. */
export interface Placed {
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

function stepsOf(name: string): readonly string[] {
    return name
        .toLowerCase()
        .split("/")
        .filter((step) => step !== "");
}
