import { SECRET_PLACEHOLDER } from "../../project/configuration";
import type { Registered } from "../types";
import { isProvider } from "../urns";
import type { Construction } from "./construction";

interface Surroundings {
    /** What the cloud computes is unknown, as it is in a first preview. */
    readonly unknownOutputs?: boolean;
    /** With a placeholder for what is encrypted. */
    readonly configuration: Readonly<Record<string, string>>;
}

/** The remote components of a run whose plugins failed. */
export class Failures {
    /** Those that fail under the real engine too. */
    readonly certain: string[] = [];
    /** Those that may have failed over outputs, which are made up here: a run without them tells. */
    readonly doubted: string[] = [];
    /** Whether the program was given values that are made up also where outputs are unknown. */
    private isMadeUp: boolean;

    constructor(
        private readonly around: Surroundings,
        private readonly resources: ReadonlyMap<string, Registered>,
    ) {
        this.isMadeUp = Object.values(around.configuration).some((value) => value.includes(SECRET_PLACEHOLDER));
    }

    /**
     * The program was answered for something that exists elsewhere, or may: what it looked up, or another stack. It need not say where it
     * uses that.
     */
    answered(token: string): void {
        if (!FAITHFUL.test(token)) this.isMadeUp = true;
    }

    /** Notes one, and tells whether it is certain; `before` is how many resources there were when its plugin was asked. */
    add(urn: string, given: Construction, before: number): boolean {
        if (this.isMadeUp) return false;
        const isCertain = this.around.unknownOutputs || !(isGiven(given) || this.areMade(before));
        (isCertain ? this.certain : this.doubted).push(urn);
        return isCertain;
    }

    /** May the plugin have been told outputs of what it made? Who registers a resource, nobody tells. */
    private areMade(before: number): boolean {
        return [...this.resources.values()].slice(before).some(({ custom, type }) => custom && !isProvider(type));
    }
}

/** Functions that are answered from their arguments and the configuration, as AWS's provider does. */
const FAITHFUL = /^aws:(?:iam\/getPolicyDocument|index\/get(?:Arn|DefaultTags|Partition|Region|ServicePrincipal)):/;

/** Is the component given outputs of other resources? */
function isGiven({ propertyDependencies }: Construction): boolean {
    return Object.values(propertyDependencies).some((urns) => urns.length > 0);
}
