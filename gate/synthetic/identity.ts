import type { PropertyTree } from "./cloud";
import { hex, text, uuid } from "./deterministic";
import { formats, nameProperties, servicePrefixes } from "./formats";
import type { Place } from "./place";
import { isSecret, isUnknown, UNKNOWN, unwrapped } from "./wire-values";

/** What a resource is known by. Unknown parts make the whole unknown. */
export interface Identity {
    readonly id: string;
    readonly arn: string;
    readonly name: string;
    /** A secret went into it. */
    readonly secret: boolean;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** The input that gives a resource its physical name. */
export function nameProperty(type: string): string {
    return nameProperties[type] ?? "name";
}

/** Builds id and ARN from the table of formats; `given` is the id of an existing resource that was looked up. */
export function identityOf(
    type: string,
    logical: string,
    seed: string,
    inputs: PropertyTree,
    place: Place,
    given?: string,
): Identity {
    let [isSecretName, isUnknownName] = [false, false];
    const input = (key: string): string => {
        const value = inputs[key];
        if (isSecret(value)) isSecretName = true;
        const plain = unwrapped(value);
        if (isUnknown(plain)) isUnknownName = true;
        return typeof plain === "string" || typeof plain === "number" ? String(plain) : "";
    };
    const property = nameProperty(type);
    const prefix = input(`${property}Prefix`);
    const name =
        given !== undefined && !/^arn:/.test(given)
            ? given
            : input(property) || (prefix === "" ? logical : `${prefix}${hex(seed, 12)}`);
    const format = formats[type] ?? {};
    const fill = (template: string, id: string): string =>
        template.replace(/\{([^}]+)\}/g, (_, variable: string) => {
            if (variable.startsWith("=")) return afterArn(variable, input(variable.slice(1)), seed);
            const digits = /^h(\d+)$/.exec(variable);
            if (digits) return hex(`${seed} ${variable}`, Number(digits[1]));
            const letters = /^([tl])(\d+)(lower)?$/.exec(variable);
            if (letters) {
                const drawn = text(`${seed} ${variable}`, Number(letters[2]), letters[1] === "l" ? LETTERS : undefined);
                return letters[3] ? drawn.toLowerCase() : drawn;
            }
            return variables[variable] ?? (variable === "id" ? id : "");
        });
    const bus = input("eventBusName");
    const variables: Record<string, string> = {
        p: place.partition,
        r: place.region,
        a: place.account,
        dns: place.dnsSuffix,
        n: name,
        "n/": name.replace(/^\//, ""),
        u: uuid(seed),
        bus: bus === "" || bus === "default" ? "" : `${bus.split("/").at(-1)}/`,
        group: input("groupName") || "default",
        arn: "",
    };
    const template = format.arn ?? fallbackArn(type);
    const idTemplate =
        format.id ?? (input(property) === "" && formats[type] === undefined ? `${shortType(type)}-{h17}` : "{n}");
    const isArnId = idTemplate === "{arn}";
    const ownId = given ?? (isArnId ? "" : fill(idTemplate, ""));
    const arn = given !== undefined && /^arn:/.test(given) ? given : arnText(fill(template, ownId), place);
    const id = given ?? (isArnId ? arn : ownId);
    const known = !isUnknownName;
    return { id: known ? id : UNKNOWN, arn: known ? arn : UNKNOWN, name: known ? name : UNKNOWN, secret: isSecretName };
}

/** A template may stand on another resource's ARN (a subscription on its topic's). */
function arnText(filled: string, place: Place): string {
    return filled.startsWith("arn:") ? filled : `arn:${place.partition}:${filled}`;
}

/** Some inputs take a name or an ARN; where a format wants the name, the ARN's last part is it. */
function afterArn(variable: string, value: string, seed: string): string {
    if (value === "") return variable === "=path" ? "/" : hex(`${seed} ${variable}`, 8);
    if (variable === "=url") return value.replace(/^https:\/\//, "");
    if (value.startsWith("arn:") && ["=functionName", "=layerName", "=role", "=bucket"].includes(variable)) {
        return value.split(/[:/]/).at(-1) ?? value;
    }
    return value;
}

function fallbackArn(type: string): string {
    const module = type.split(":")[1]?.split("/")[0] ?? "";
    return `${servicePrefixes[module] ?? module}:{r}:{a}:${shortType(type)}/{n}`;
}

function shortType(type: string): string {
    return (type.split(":").at(-1) ?? type).replace(/([a-z\d])([A-Z])/g, "$1-$2").toLowerCase();
}
