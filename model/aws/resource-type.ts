import type { Unwrap } from "@pulumi/pulumi";

/** A Pulumi resource type: its token, and (to the compiler only) the shape of its inputs. */
export interface ResourceType<T = unknown> {
    /** Such as `aws:lambda/permission:Permission`. */
    readonly token: string;
    /** Never there at run time; it ties the token to its inputs. */
    readonly inputs?: T;
}

/** Declares a type by its token and the provider SDK's arguments, of which only the types are imported. */
export function resourceType<Args>(token: string): ResourceType<Unwrap<Args>> {
    return { token };
}

/** `aws.s3.BucketVersioning`, as programs name the type. */
export function programName({ token }: ResourceType): string {
    const [, module = "", type = ""] = /^aws:(\w+)\/\w+:(\w+)$/.exec(token) ?? [];
    return `aws.${module}.${type}`;
}
