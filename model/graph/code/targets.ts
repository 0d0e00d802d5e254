/** What a call works on: a parameter as the code says it, a variable of the environment as the program sets it, a resource. */
import { LambdaFunction } from "../../aws";
import { eitherOf, RUN_TIME, type Said } from "../../code";
import { arnFormats, isUnusual, isWildcard, matches, resourceTypesOf, serviceOf } from "../../iam";
import { Value } from "../../values";
import { functionOf } from "../invocation/functions";
import { type Link, possible } from "../link";
import { inputOf, type Resource, sourcesOf } from "../resource";
import type { Stack } from "../stack";
import type { FunctionInputs } from "./function-code";
import { ownersOf, typesWorkedOn } from "./named";

/** Something that is named: a resource of this stack, or what lives elsewhere. */
export interface Named {
    readonly resource: Resource | undefined;
    /** Of what lives elsewhere, its ARN, in which a star stands for what is not known. */
    readonly arn: string | undefined;
}

/** What a parameter of a call names. */
export interface Targets {
    readonly named: readonly Named[];
    /** May it name anything besides: the event, another call's answer? */
    readonly isOpen: boolean;
    /** The places that are waited for. */
    readonly awaits: readonly string[];
    /** The variables of the environment by which the code knows it. */
    readonly by: readonly string[];
}

export const ANYTHING: Targets = { named: [], isOpen: true, awaits: [], by: [] };

/** As the program sets it. */
export function variableOf(holder: Resource, name: string): Value {
    return inputOf(holder, "environment").get("variables").get(name);
}

/** What the value of a parameter names among what the action works on. */
export function targetsOf(
    stack: Stack,
    holder: Resource<FunctionInputs>,
    action: string,
    said: Said,
    /** Is what is asked for below what the parameter names? */
    isBelow = false,
): Targets {
    return new Finder(stack, holder, action, isBelow).find(said);
}

/** All of several. */
export function together(all: readonly Targets[]): Targets {
    return {
        named: distinct(all.flatMap(({ named }) => named)),
        isOpen: all.some(({ isOpen }) => isOpen),
        awaits: [...new Set(all.flatMap(({ awaits }) => awaits))],
        by: [...new Set(all.flatMap(({ by }) => by))],
    };
}

function distinct(named: readonly Named[]): readonly Named[] {
    return [...new Map(named.map((one) => [one.resource?.urn ?? one.arn, one])).values()];
}

/** In place of what a value does not tell. */
const ANY_TEXT = "*";

class Finder {
    constructor(
        private readonly stack: Stack,
        private readonly holder: Resource<FunctionInputs>,
        private readonly action: string,
        private readonly isBelow: boolean,
    ) {}

    find(said: Said): Targets {
        switch (said.is) {
            case "text":
                return this.byText(said.text, []);
            case "variable":
                return this.byVariable(said.name);
            case "either":
                return together(said.of.map((one) => this.find(one)));
            case "joined":
                return this.byParts(said.parts);
            default:
                return ANYTHING;
        }
    }

    private byVariable(name: string): Targets {
        const by = [name];
        if (name === "AWS_LAMBDA_FUNCTION_NAME" && this.isOfFunctions)
            return { named: [{ resource: this.holder, arn: undefined }], isOpen: false, awaits: [], by };
        const value = variableOf(this.holder, name);
        if (value.state === "absent") return { ...ANYTHING, by };
        const text = value.scalar();
        if (text !== undefined && value.text() === undefined) return this.byText(text, by);
        const link = this.link(value);
        if (link.kind === "outside")
            return this.isOfOtherProvider() ? { ...ANYTHING, by } : this.byText(link.reference, by);
        return this.linked(link, by);
    }

    /** What another provider's resources are called, or came to, is not known here. */
    private isOfOtherProvider(): boolean {
        return sourcesOf(this.holder, "environment").some(({ type }) => !type.startsWith("aws:"));
    }

    private linked(link: Link, by: readonly string[]): Targets {
        const named = possible(link).map((resource): Named => ({ resource, arn: undefined }));
        if (link.kind === "found") return { named, isOpen: false, awaits: [], by };
        if (link.kind === "candidates" || link.kind === "unknown")
            return { named: [], isOpen: false, awaits: [link.awaits], by };
        return { ...ANYTHING, by };
    }

    private get isOfFunctions(): boolean {
        return typesWorkedOn(this.stack, this.action).some(({ token }) => token === LambdaFunction.token);
    }

    private link(value: Value): Link {
        const link = this.stack.link<unknown>(this.holder, value, ...typesWorkedOn(this.stack, this.action));
        // By an unqualified name, or one with a version behind it.
        return link.kind === "outside" && this.isOfFunctions ? functionOf(this.stack, this.holder, value) : link;
    }

    /** A text that is known names a resource here, or one that lives elsewhere. */
    private byText(text: string, by: readonly string[]): Targets {
        if (text === "") return { ...ANYTHING, by };
        const told = { isOpen: false, awaits: [], by };
        const here = this.link(new Value(text));
        if (here.kind === "found") return { ...told, named: [{ resource: here.resource, arn: undefined }] };
        const arn = this.arnOf(text);
        if (arn === undefined || isWildcard(nameIn(arn))) return { ...ANYTHING, by };
        const [own] = ownersOf(this.stack, (one) => matches(arn, one), typesWorkedOn(this.stack, this.action));
        return { ...told, named: [own ? { resource: own, arn: undefined } : { resource: undefined, arn }] };
    }

    /** One after the other: variables that are known are texts, and of what only the event knows a star remains. */
    private byParts(parts: readonly Said[]): Targets {
        const by: string[] = [];
        const unknown: Value[] = [];
        let text = "";
        for (const part of parts) {
            const [one, more] = this.textOf(part, by);
            if (more) unknown.push(more);
            text += one;
        }
        const [only, ...others] = unknown;
        if (!only) return this.byText(text, by);
        // An ARN or URL that is made of one output.
        const link = others.length === 0 ? this.link(only) : undefined;
        if (link?.kind === "found") return this.linked(link, by);
        return { named: [], isOpen: false, awaits: unknown.map(({ place }) => place), by };
    }

    private textOf(said: Said, by: string[]): readonly [string, Value?] {
        if (said.is === "text") return [said.text];
        if (said.is !== "variable") return [ANY_TEXT];
        by.push(said.name);
        const value = variableOf(this.holder, said.name);
        if (value.state === "unknown") return [ANY_TEXT, value];
        return [value.scalar() ?? ANY_TEXT];
    }

    /** The ARN of what is not in this stack, by its ARN, URL or name. Undefined where that does not tell one kind of resource, or only part of its ARN. */
    private arnOf(text: string): string | undefined {
        if (text.startsWith("arn:")) return text.split(":").length < 6 ? undefined : text;
        const [format, ...others] = this.formats();
        if (format === undefined || others.length > 0) return undefined;
        const names =
            format
                .split(":")
                .slice(5)
                .join(":")
                .match(/\$\{\w+\}/g) ?? [];
        if (names.length !== 1 && !this.isBelow) return undefined;
        const [, region, account, queue] = /^https:\/\/sqs\.([^./]+)\.[^/]+\/([^/]+)\/([^/]+)$/.exec(text) ?? [];
        const name = queue ?? text;
        if (/^\**$/.test(name)) return undefined;
        return format
            .replace("${Partition}", ANY_TEXT)
            .replace("${Region}", region ?? ANY_TEXT)
            .replace("${Account}", account ?? ANY_TEXT)
            .replace(/\$\{(\w+)\}(.*)$/s, (_, part: string, more: string) => {
                const rest = this.isBelow ? "" : more;
                const own = /Slash/.test(part) ? name.replace(/^\//, "") : name;
                // A secret's ARN ends in six characters that AWS chooses; of a bucket, the object is asked.
                return `${own}${part === "SecretId" ? "-??????" : ""}${rest.replace(/\$\{\w+\}/g, ANY_TEXT)}`;
            });
    }

    private formats(): readonly string[] {
        const types = resourceTypesOf(this.action).filter(({ type }) => !isUnusual(type));
        const required = types.filter((one) => one.required);
        const among = required.length > 0 ? required : types;
        return [...new Set(among.flatMap(({ type }) => arnFormats(serviceOf(this.action) ?? "", type)))];
    }
}

/** Of an ARN, what names the resource in its account; objects of a bucket and what AWS appends are no part of it. */
function nameIn(arn: string): string {
    return arn
        .split(":")
        .slice(5)
        .join(":")
        .replace(/(?:-\?{6}|\/\*|:\*)$/, "");
}

/** What a parameter may be, of those that a call gives; undefined where it gives none of them. */
export function saidOf(parameters: ReadonlyMap<string, Said>, names: readonly string[]): Said | undefined {
    const given = names.flatMap((name) => {
        const said = parameters.get(name);
        return said ? [name === "CopySource" ? headOf(said) : said] : [];
    });
    return given.length === 0 ? undefined : eitherOf(given);
}

/** `BUCKET/KEY` names a bucket first. */
function headOf(said: Said): Said {
    if (said.is === "text") return { is: "text", text: said.text.replace(/^\//, "").split("/")[0] ?? "" };
    if (said.is !== "joined") return RUN_TIME;
    const [first, second] = said.parts;
    const isBucket = first?.is === "variable" && second?.is === "text" && second.text.startsWith("/");
    return isBucket ? first : RUN_TIME;
}
