export const STACK_TYPE = "pulumi:pulumi:Stack";
export const STACK_REFERENCE_TYPE = "pulumi:pulumi:StackReference";
const PROVIDER_TYPE = "pulumi:providers:";

/** `urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME`; a child of the stack has no parent in its type. */
export function urnOf(stack: string, project: string, parent: string, type: string, name: string): string {
    const parentType = qualifiedType(parent);
    const prefix = parentType === "" || parentType === STACK_TYPE ? "" : `${parentType}$`;
    return `urn:pulumi:${stack}::${project}::${prefix}${type}::${name}`;
}

function qualifiedType(urn: string): string {
    return urn.split("::")[2] ?? "";
}

/** The type of a resource's own, without its parents'. */
export function typeOf(urn: string): string {
    return qualifiedType(urn).split("$").at(-1) ?? "";
}

export function isProvider(type: string): boolean {
    return type.startsWith(PROVIDER_TYPE);
}

export function providerType(packageName: string): string {
    return PROVIDER_TYPE + packageName;
}

/** The package of `pulumi:providers:aws`, or of a resource type or function token. */
export function packageOf(token: string): string {
    return isProvider(token) ? token.slice(PROVIDER_TYPE.length) : (token.split(":")[0] ?? token);
}
