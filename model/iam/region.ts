import { resourceForms } from "./knowledge/resource-forms";
import { isEverything, meetsForm, witness } from "./pattern";
import type { Members, Statement } from "./statement";

/** Some resources: those that a pattern matches, or all but those. */
export interface ResourceSet {
    readonly not: boolean;
    readonly patterns: readonly string[];
}

const EVERYTHING: ResourceSet = { not: false, patterns: ["*"] };

/**
 * The resources that a statement is about. One that says none (a trust policy's) is about the one it hangs on: everything.
 * A member that is unknown is one text which nobody knows, between the parts of it that are known.
 */
export function resourcesOf({ resources }: Pick<Statement, "resources">): ResourceSet {
    if (!resources) return EVERYTHING;
    return { not: resources.not, patterns: [...resources.patterns, ...unknownTexts(resources)] };
}

/** Can the action work on what the pattern matches? An action that needs no resource works on none by name. */
export function worksOn(action: string, pattern: string): boolean {
    return !Region.among(resourceForms(action, undefined)).within({ not: false, patterns: [pattern] }).isEmpty;
}

function unknownTexts({ unknown }: Members): readonly string[] {
    return unknown.map(({ place, prefix, suffix }) => `${prefix}\${unknown ${place.replace(/[{}:/]/g, "")}}${suffix}`);
}

/**
 * Resources that are in all of some sets and in none of others; built up step by step, asked once. Where the forms of their ARNs are
 * given, a star in a set may reach over a colon, but no resource has one where its form has none.
 */
export class Region {
    private constructor(
        private readonly inside: readonly (readonly string[])[],
        private readonly outside: readonly string[],
        private readonly forms: readonly string[] | undefined,
    ) {}

    /** All resources whose ARNs have one of the forms; without any, all texts. */
    static among(forms: readonly string[] | undefined): Region {
        return new Region([], [], forms);
    }

    /** Those that are in the set too. */
    within(set: ResourceSet): Region {
        return set.not ? this.leaving(set.patterns) : this.entering(set.patterns);
    }

    /** Those that are not in the set. */
    without(set: ResourceSet): Region {
        return set.not ? this.entering(set.patterns) : this.leaving(set.patterns);
    }

    get isEmpty(): boolean {
        const { forms, inside, outside } = this;
        if (!forms) return witness(inside, outside) === undefined;
        const isMet = (form: string) => inside.every((group) => group.some((pattern) => meets(form, pattern)));
        return !forms.some((form) => isMet(form) && isLeft(form, inside, outside));
    }

    private entering(patterns: readonly string[]): Region {
        if (patterns.some(isEverything)) return this;
        return new Region([...this.inside, patterns], this.outside, this.forms);
    }

    private leaving(patterns: readonly string[]): Region {
        return patterns.length === 0 ? this : new Region(this.inside, [...this.outside, ...patterns], this.forms);
    }
}

/** Most patterns are of another service, or of another type: what is left of the sets is small, and often nothing need be walked. */
function isLeft(form: string, inside: readonly (readonly string[])[], outside: readonly string[]): boolean {
    const barring = outside.filter((pattern) => meets(form, pattern));
    if (inside.length < 2 && barring.length === 0) return true;
    const groups = inside.map((group) => group.filter((pattern) => meets(form, pattern)));
    return witness([[form], ...groups], barring) !== undefined;
}

const known = new Map<string, Map<string, boolean>>();
const MOST_KNOWN = 5000;

/** Can an ARN of the form match the pattern? */
function meets(form: string, pattern: string): boolean {
    if (isEverything(pattern)) return true;
    if (!mayMeet(form, pattern)) return false;
    const answers = known.get(form) ?? new Map<string, boolean>();
    known.set(form, answers);
    let found = answers.get(pattern);
    if (found === undefined) {
        found = meetsForm(form, pattern);
        if (answers.size >= MOST_KNOWN) answers.clear();
        answers.set(pattern, found);
    }
    return found;
}

/** The service stands between the second colon and the third, in both; quick, for there are many that differ. */
function mayMeet(form: string, pattern: string): boolean {
    const own = serviceInForm(form);
    if (own === undefined) return true;
    const other = serviceIn(pattern);
    return other === undefined || own === other;
}

const services = new Map<string, string | undefined>();

/** Of the forms there are few. */
function serviceInForm(form: string): string | undefined {
    let found = services.get(form);
    if (found === undefined && !services.has(form)) {
        found = serviceIn(form);
        services.set(form, found);
    }
    return found;
}

/** Undefined where a wildcard or a variable stands before it or in it. */
function serviceIn(arn: string): string | undefined {
    return /^arn:[^:*?$]*:([a-z0-9-]+)(?::|$)/.exec(arn)?.[1];
}
