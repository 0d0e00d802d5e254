import { standIns } from "../../aws";
import { isWildcard, matches, serviceFamily } from "../../iam";
import type { Resource } from "../resource";
import type { Canvas } from "./canvas";

export interface Named {
    readonly arn: string;
    readonly resource: Resource;
    /** Of the node that stands for it. */
    readonly id: string;
}

/** What a pattern of ARNs means of the stack: nodes, each with the part of it that is meant. */
export interface Meant {
    readonly named: Named;
    readonly part?: string;
}

/** The resources of the stack by their ARNs, as patterns of policies name them. */
export class Arns {
    private readonly byArn = new Map<string, Named>();
    private readonly byService = new Map<string, Named[]>();

    constructor(canvas: Canvas) {
        for (const resource of canvas.stack.resources) {
            if (!resource.type.startsWith("aws:")) continue;
            const told = resource.root.get("arn");
            const arn = told.text() ?? (told.state === "unknown" ? standIns.get(resource.type) : undefined);
            const id = canvas.idOf(resource);
            if (arn === undefined || id === undefined) continue;
            const named = { arn, resource, id };
            // One that is not known yet stands for any of its kind, and is nobody's name.
            if (told.state === "known") this.byArn.set(bare(arn), named);
            const family = familyOf(arn);
            const same = this.byService.get(family);
            if (same) same.push(named);
            else this.byService.set(family, [named]);
        }
    }

    /** All of a service whose ARNs the pattern takes in. */
    taken(pattern: string, isOfFormat: (arn: string) => boolean = (arn) => matches(pattern, arn)): readonly Named[] {
        return (this.byService.get(familyOf(pattern)) ?? []).filter(({ arn }) => isOfFormat(arn));
    }

    /** The resource that a pattern names, itself or by something in it. Undefined where it leaves open which. */
    meant(pattern: string): Meant | undefined {
        const own = withGroup(pattern);
        if (own !== pattern) return this.meant(own);
        const whole = this.byArn.get(bare(pattern));
        if (whole) return { named: whole };
        // Behind the service, region and account a name begins, and what comes after it is in it.
        for (let at = pattern.length; at > 0; at--) {
            const sign = pattern[at];
            if (sign !== "/" && sign !== ":") continue;
            const head = pattern.slice(0, at);
            if (isWildcard(head)) continue;
            if (head.split(":").length < 6) return undefined;
            const named = this.byArn.get(head);
            if (named) return { named, part: pattern.slice(at) };
        }
        return undefined;
    }
}

/** A schedule's ARN has its group's name; the group is what a program makes. */
function withGroup(pattern: string): string {
    return pattern.replace(/^(arn:[^:]*:scheduler:[^:]*:[^:]*:)schedule\//, "$1schedule-group/");
}

/** AWS tells the ARNs of log groups with a star behind them. */
function bare(arn: string): string {
    return arn.replace(/:\*$/, "");
}

function familyOf(arn: string): string {
    return serviceFamily(`${arn.split(":")[2] ?? ""}:`);
}
