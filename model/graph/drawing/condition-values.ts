/**
 * Conditions so that two drawings can be held against each other without their values: each value stands as digests, by which the same
 * value is told again, and whether it lies within another one.
 */
import { createHmac } from "node:crypto";
import { type Condition, parseOperator } from "../../iam";
import { addressesOf, FAMILIES, type Family } from "../../network";
import { ownAccounts } from "../identities/trust";
import { type Resource, sourcesOf } from "../resource";
import { identifiersOf, type Stack } from "../stack";
import type { ConditionValue, DrawnCondition } from "./drawn";

/** The conditions of one drawing: each set once, whoever has it. */
export class ConditionSets {
    private readonly numbers = new Map<string, number>();
    private readonly found: (readonly DrawnCondition[])[] = [];
    private readonly values = new Map<string, ConditionValue>();
    private names: Named | undefined;

    /** Whoever has the key can try what a value may be: it is the host's, and different in each run. Without one there are no digests. */
    constructor(
        private readonly stack: Stack,
        private readonly key: string | undefined,
    ) {}

    get all(): readonly (readonly DrawnCondition[])[] {
        return this.found;
    }

    /** The number of a set; undefined of an empty one, and where nobody asks for digests. `at` is where it stands, in the holder. */
    numberOf(conditions: readonly Condition[], holder: Resource, at: string): number | undefined {
        if (this.key === undefined || conditions.length === 0) return undefined;
        const set = conditions.map((one) => this.drawn(one, holder, at));
        const text = JSON.stringify(set.map((one) => JSON.stringify(one)).sort());
        const known = this.numbers.get(text);
        if (known !== undefined) return known;
        this.numbers.set(text, this.found.length);
        return this.found.push(set) - 1;
    }

    private get named(): Named {
        this.names ??= new Named(this.stack);
        return this.names;
    }

    private drawn(condition: Condition, holder: Resource, at: string): DrawnCondition {
        const { operator, key, values, unknown } = condition;
        const sources = unknown.length === 0 ? [] : sourcesOf(holder, at).map(({ urn }) => urn);
        const hidden: readonly ConditionValue[] = unknown.map(() => ({ is: [], within: [], unknown: sources }));
        return { operator, key, values: [...values.map((text) => this.value(condition, text)), ...hidden] };
    }

    /** Most values stand in many statements. */
    private value(condition: Condition, text: string): ConditionValue {
        const as = `${condition.operator} ${condition.key} ${text}`;
        const known = this.values.get(as) ?? this.digested(condition, text);
        this.values.set(as, known);
        return known;
    }

    private digested({ operator, key }: Condition, text: string): ConditionValue {
        const { common } = this.named;
        const forms = [...new Set([text, common(text)])];
        const digest = (one: string) => this.digest(`${key} ${one}`);
        const widened = /^(?:not)?ipaddress$/.test(parseOperator(operator)?.base ?? "") ? rangesOf : patternsOf;
        const [own, ...wider] = transposed(forms.map(widened));
        const of = this.named.resourcesOf(text);
        return {
            is: (own ?? []).map(digest),
            within: [...new Set(wider.flat())].map(digest),
            ...(of.length > 0 && { of: of.map(({ urn, rest }) => ({ urn, rest: digest(rest) })) }),
        };
    }

    private digest(text: string): string {
        return createHmac("sha256", this.key ?? "")
            .update(text)
            .digest("base64url")
            .slice(0, LENGTH);
    }
}

const LENGTH = 12;

/** The first of each, the second of each, and so on. */
function transposed(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
    const longest = Math.max(...lists.map(({ length }) => length));
    return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? []));
}

const MOST_CHARACTERS = 512;

/** The text itself, then patterns that take it in: each beginning with a star behind it. */
function patternsOf(text: string): readonly string[] {
    const literal = text.slice(0, MOST_CHARACTERS).split(/[*?]/, 1)[0] ?? "";
    const beginnings = Array.from({ length: literal.length + 1 }, (_, at) => `${literal.slice(0, at)}*`);
    return [text, ...beginnings.filter((pattern) => pattern !== text)];
}

const BITS: Readonly<Record<Family, number>> = { ipv4: 32, ipv6: 128 };

/** The range as it is meant, then those that take it in. */
function rangesOf(text: string): readonly string[] {
    const set = addressesOf(text);
    const family = FAMILIES.find((one) => (set?.[one].length ?? 0) > 0);
    const [stretch] = (family && set?.[family]) ?? [];
    if (!family || !stretch) return [text];
    const bits = BITS[family];
    const own = bits - ((stretch.to - stretch.from + 1n).toString(2).length - 1);
    return Array.from({ length: own + 1 }, (_, less) => {
        const length = own - less;
        return `${family} ${stretch.from >> BigInt(bits - length)}/${length}`;
    });
}

/** What texts name: resources of the stack, its own account, the stack itself. */
class Named {
    private readonly byText = new Map<string, string[]>();
    private readonly names: ReadonlySet<string>;
    private readonly stackName: RegExp | undefined;

    constructor(private readonly stack: Stack) {
        for (const resource of stack.resources)
            for (const text of new Set(identifiersOf(resource))) {
                const same = this.byText.get(text);
                if (same) same.push(resource.urn);
                else this.byText.set(text, [resource.urn]);
            }
        this.names = new Set(stack.resources.map(({ name }) => name));
        const [, name = ""] = /^urn:pulumi:(.*?)::/.exec(stack.resources[0]?.urn ?? "") ?? [];
        if (name !== "")
            this.stackName = new RegExp(
                `(?<![A-Za-z0-9])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![A-Za-z0-9])`,
                "g",
            );
    }

    /** The same text in another stack of the program, or in another account. */
    readonly common = (text: string): string => {
        const bare = text.replace(SUFFIXED, (whole, name: string) => (this.names.has(name) ? name : whole));
        const open = [...ownAccounts(this.stack)].reduce((now, account) => now.replaceAll(account, "{account}"), bare);
        return this.stackName ? open.replace(this.stackName, "{stack}") : open;
    };

    /** By its ARN, id or name; with what stands behind an ARN. */
    resourcesOf(text: string): readonly { readonly urn: string; readonly rest: string }[] {
        for (let at = text.length; at > 0; at--) {
            if (at < text.length && text[at] !== "/" && text[at] !== ":") continue;
            const head = text.slice(0, at);
            if (at < text.length && !head.startsWith("arn:")) continue;
            const rest = text.slice(at);
            const urns = this.byText.get(head);
            if (urns) return urns.map((urn) => ({ urn, rest }));
        }
        return [];
    }
}

/** How Pulumi names what a program gives no name. Source: https://www.pulumi.com/docs/iac/concepts/resources/names/#autonaming */
const SUFFIXED = /([\w.-]+)-[0-9a-f]{7}(?![\w-])/g;
