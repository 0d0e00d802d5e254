import { type Answer, all, answer, any, no, undecided } from "../values";
import { actionsOf, namesAction, serviceOf } from "./action";
import { resourceForms } from "./knowledge/resource-forms";
import { allows } from "./questions";
import { Region, resourcesOf } from "./region";
import type { Statement } from "./statement";

/** A statement with whatever its reader needs to know about where it came from. */
export interface Grant {
    readonly statement: Statement;
}

/** One way by which an action is allowed. */
export interface Allowing<G extends Grant> {
    readonly grant: G;
    /** Undecided where an unknown part could change it; never a plain no. */
    readonly when: Answer;
}

/**
 * What a set of policies allows in effect: its Allow statements, less what its unconditional Deny statements take away, and
 * within the permissions boundary. A Deny with a condition takes nothing away for good, and one whose parts are unknown is not
 * counted on.
 * Evaluation: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export class Permissions<G extends Grant = Grant> {
    private readonly allowByService = new Map<string, G[]>();
    private readonly allowAnyService: G[] = [];
    private readonly denials: readonly Statement[];
    private readonly conditional: readonly Statement[];
    private readonly bounds: readonly Statement[] | undefined;
    private spokenOf: { readonly partition: string | undefined } | undefined;
    /** Answers about every resource, which one rule asks after the other. */
    private answered: Map<Statement, Map<string, Answer>> | undefined;

    constructor(
        readonly grants: readonly G[],
        /** The statements of the permissions boundary; undefined where there is none, or none that can be read. */
        private readonly boundary?: readonly Grant[],
    ) {
        const denying: Statement[] = [];
        for (const grant of grants) {
            if (grant.statement.effect === "Deny") denying.push(grant.statement);
            else this.index(grant);
        }
        for (const { statement } of boundary ?? []) if (statement.effect === "Deny") denying.push(statement);
        this.bounds = boundary?.map(({ statement }) => statement).filter(({ effect }) => effect !== "Deny");
        this.denials = denying.filter(isFinalDenial);
        this.conditional = denying.filter(({ conditions }) => conditions.length > 0);
    }

    /** The one that these policies speak of: nobody reaches from one into another. Undefined where they do not tell. */
    get partition(): string | undefined {
        this.spokenOf ??= { partition: partitionOf([...this.grants, ...(this.boundary ?? [])]) };
        return this.spokenOf.partition;
    }

    /** May anything of the service be allowed? Most identities have nothing to do with most services. */
    isAllowedService(service: string): boolean {
        return this.allowAnyService.length > 0 || this.allowByService.has(service);
    }

    /** Of how many services anything is named, which is the most that may be allowed; any number where a wildcard stands for them. */
    get servicesNamed(): number {
        return this.allowAnyService.length > 0 ? Number.POSITIVE_INFINITY : this.allowByService.size;
    }

    /** Is the concrete action of such a service? */
    isOfAllowedService(action: string): boolean {
        return this.isAllowedService(serviceOf(action) ?? "");
    }

    /** Every grant that allows the concrete action on some resource, in effect. */
    allowing(action: string): readonly Allowing<G>[] {
        if (!this.isOfAllowedService(action)) return [];
        const ofService = this.allowByService.get(serviceOf(action) ?? "") ?? [];
        return [...ofService, ...this.allowAnyService].flatMap((grant) => {
            // Most statements of the service name other actions, which is not worth remembering.
            if (namesAction(grant.statement, action).is === "no") return [];
            const when = this.through(grant.statement, action);
            return when.is === "no" ? [] : [{ grant, when }];
        });
    }

    /** Is the concrete action allowed on some resource that the pattern matches (by default, on any at all)? */
    allows(action: string, resource = "*"): Answer {
        return any(...this.allowing(action).map(({ grant }) => this.through(grant.statement, action, resource)));
    }

    /** Is nothing of the concrete action left, on whatever it is asked for, after final denials or by the boundary? */
    takesAway(action: string): boolean {
        if (this.bounds?.every((bound) => namesAction(bound, action).is === "no")) return true;
        return this.denials
            .filter((denial) => namesAction(denial, action).is === "yes")
            .reduce((left, denial) => left.without(resourcesOf(denial)), Region.among(undefined)).isEmpty;
    }

    /** Does the statement allow the concrete action, with something left in effect on resources that the pattern matches? */
    through(statement: Statement, action: string, resource = "*"): Answer {
        if (resource !== "*") return this.asked(statement, action, resource);
        this.answered ??= new Map();
        let answers = this.answered.get(statement);
        if (!answers) {
            answers = new Map();
            this.answered.set(statement, answers);
        }
        let found = answers.get(action);
        if (!found) {
            found = this.asked(statement, action, resource);
            answers.set(action, found);
        }
        return found;
    }

    private asked(statement: Statement, action: string, resource: string): Answer {
        const isAllowing = allows(statement);
        if (isAllowing.is === "no") return no;
        const isNamed = namesAction(statement, action);
        return isNamed.is === "no" ? no : all(isAllowing, isNamed, this.leaves(statement, action, resource));
    }

    /**
     * Of an Allow statement that names the action: is something of it left after denials and the boundary, on resources that
     * the pattern matches?
     */
    leaves(statement: Statement, action: string, resource = "*"): Answer {
        const remaining = this.region(statement, action).within({ not: false, patterns: [resource] });
        if (!this.bounds) return answer(!remaining.isEmpty);
        return any(
            ...this.bounds.map((bound) =>
                both(namesAction(bound, action), () => answer(!remaining.within(resourcesOf(bound)).isEmpty)),
            ),
        );
    }

    /**
     * The patterns by which resources of an Allow statement may be told in effect: its own, and those of the boundary. One of
     * `NotResource` names none.
     */
    patternsOf(statement: Statement, action: string): readonly string[] {
        const { not, patterns } = resourcesOf(statement);
        const own = not ? ["*"] : patterns;
        const bounds = this.bounds?.filter((bound) => namesAction(bound, action).is !== "no") ?? [];
        return [...own, ...bounds.flatMap(({ resources: bound }) => (bound && !bound.not ? bound.patterns : []))];
    }

    /** The Deny statements under conditions that name the action and cover every resource that the statement names. */
    denialsUnder({ resources }: Statement, action: string): readonly Statement[] {
        const region = this.workedOn(action).within(resourcesOf({ resources }));
        return this.conditional.filter(
            (denial) => namesAction(denial, action).is === "yes" && region.without(resourcesOf(denial)).isEmpty,
        );
    }

    /**
     * Does it allow everything that the other allows? A grant with conditions may not hold here and may hold there, and what is
     * unknown may be anything: where only such grants decide, the answer is undecided.
     */
    includes(other: Permissions): Answer {
        const missing: Answer[] = [];
        for (const { statement } of other.grants) {
            if (statement.effect === "Deny") continue;
            for (const action of actionsOf(statement)) {
                const excess = other.pieces(statement, action).some((piece) => this.exceeds(piece, action));
                if (excess)
                    missing.push(this.isFirm(action) && isFirm(statement) ? no : undecided(...places(statement)));
            }
            if (statement.actions.unknown.length > 0 && !statement.actions.not)
                missing.push(undecided(...places(statement)));
        }
        return all(...missing);
    }

    /** Is anything of an Allow statement left in effect, of whatever action? */
    leavesAnything(statement: Statement): Answer {
        const left = actionsOf(statement).find((action) => this.through(statement, action).is !== "no");
        return answer(left !== undefined || statement.actions.unknown.length > 0);
    }

    /** What an Allow statement allows of an action before the boundary. */
    private region(statement: Statement, action: string): Region {
        let left = this.workedOn(action).within(resourcesOf(statement));
        for (const denial of this.denials)
            if (namesAction(denial, action).is === "yes") left = left.without(resourcesOf(denial));
        return left;
    }

    /** What the action works on at all, whoever allows it. */
    private workedOn(action: string): Region {
        return Region.among(resourceForms(action, this.partition));
    }

    /** The same within the boundary, in regions that together are all of it. */
    private pieces(statement: Statement, action: string): readonly Region[] {
        const region = this.region(statement, action);
        if (!this.bounds) return [region];
        return this.bounds
            .filter((bound) => namesAction(bound, action).is !== "no")
            .map((bound) => region.within(resourcesOf(bound)));
    }

    /** Is some resource of the region one on which the action is not allowed here for certain? */
    private exceeds(region: Region, action: string): boolean {
        const own = this.grants
            .map(({ statement }) => statement)
            .filter((one) => one.effect === "Allow" && isFirm(one) && namesAction(one, action).is === "yes");
        const beyond = (statements: readonly Statement[]) =>
            !statements.reduce((left, one) => left.without(resourcesOf(one)), region).isEmpty;
        if (beyond(own)) return true;
        const denials = this.denials.filter((one) => namesAction(one, action).is === "yes");
        if (denials.some((denial) => !region.within(resourcesOf(denial)).isEmpty)) return true;
        const bounds = this.bounds?.filter((one) => isFirm(one) && namesAction(one, action).is === "yes");
        return bounds !== undefined && beyond(bounds);
    }

    /** Is all that is said here about the action said without conditions and unknowns? */
    private isFirm(action: string): boolean {
        return [...this.grants.map(({ statement }) => statement), ...(this.bounds ?? [])].every(
            (one) => isFirm(one) || namesAction(one, action).is === "no",
        );
    }

    private index(grant: G): void {
        const { not, patterns, unknown } = grant.statement.actions;
        const services = patterns.map(serviceOf);
        if (not || unknown.length > 0 || services.includes(undefined)) {
            this.allowAnyService.push(grant);
            return;
        }
        for (const service of services as readonly string[]) {
            const same = this.allowByService.get(service);
            if (!same) this.allowByService.set(service, [grant]);
            else if (same.at(-1) !== grant) same.push(grant);
        }
    }
}

function partitionOf(grants: readonly Grant[]): string | undefined {
    let only: string | undefined;
    for (const { statement } of grants)
        for (const pattern of statement.resources?.patterns ?? []) {
            const partition = pattern.startsWith("arn:aws:") ? "aws" : /^arn:(aws[a-z-]*):/.exec(pattern)?.[1];
            if (partition === undefined || partition === only) continue;
            if (only !== undefined) return undefined;
            only = partition;
        }
    return only;
}

function isFinalDenial({ effect, conditions, unknown }: Statement): boolean {
    return effect === "Deny" && conditions.length === 0 && unknown.length === 0;
}

function isFirm({ conditions, unknown, actions, resources }: Statement): boolean {
    return (
        conditions.length === 0 &&
        unknown.length === 0 &&
        actions.unknown.length === 0 &&
        (resources?.unknown.length ?? 0) === 0
    );
}

function places({ unknown, actions, resources, conditions, path }: Statement): readonly string[] {
    const found = [
        ...unknown,
        ...[...actions.unknown, ...(resources?.unknown ?? [])].map(({ place }) => place),
        ...conditions.flatMap((condition) => condition.unknown),
    ];
    return found.length > 0 ? found : [path];
}

function both(first: Answer, second: () => Answer): Answer {
    return first.is === "no" ? no : all(first, second());
}
