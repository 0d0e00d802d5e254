import type { Registered } from "../types";
import { isProvider } from "../urns";
import type { Construction } from "./construction";

/** The remote components of a run whose plugins failed. */
export class Failures {
    /** Those that fail under the real engine too. */
    readonly certain: string[] = [];
    /** Those that may have failed over what is made up here. */
    readonly doubted: string[] = [];
    private isAnswered = false;

    /** `unknownOutputs`: what the cloud computes is unknown, as it is in a first preview. */
    constructor(
        private readonly unknownOutputs: boolean,
        private readonly resources: ReadonlyMap<string, Registered>,
    ) {}

    /** The synthetic cloud has answered for something that exists, or may. A program need not say where it uses that. */
    answered(token: string): void {
        if (!FAITHFUL.test(token)) this.isAnswered = true;
    }

    /** Notes one, and tells whether it is certain; `before` is how many resources there were when its plugin was asked. */
    add(urn: string, given: Construction, before: number): boolean {
        const isCertain = !this.isAnswered && (this.unknownOutputs || !(isGiven(given) || this.areMade(before)));
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
