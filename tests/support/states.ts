/** States as `pulumi stack export` and a backend's checkpoints have them. */
import { gzipSync } from "node:zlib";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
export const encrypted = {
    [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270",
    ciphertext: "v1:AAAAAAAAAAAAAAAA:AAAAAAAAAAAA",
};
export const shownSecret = (value: unknown) => ({
    [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270",
    plaintext: JSON.stringify(value),
});

export interface Saved extends Readonly<Record<string, unknown>> {
    readonly urn: string;
    readonly type: string;
}

export interface Place {
    readonly project: string;
    readonly stack: string;
}

export const SHOP: Place = { project: "shop", stack: "live" };

/** A deployed resource: what it was given, and an id and an ARN of AWS's. */
export function saved(type: string, name: string, inputs: object, more: object = {}, place: Place = SHOP): Saved {
    const urn = `urn:pulumi:${place.stack}::${place.project}::${type}::${name}`;
    const outputs = { ...inputs, id: name };
    return { urn, custom: true, id: name, type, inputs, outputs, parent: rootOf(place).urn, ...more };
}

export function rootOf({ project, stack }: Place): Saved {
    const type = "pulumi:pulumi:Stack";
    return { urn: `urn:pulumi:${stack}::${project}::${type}::${project}-${stack}`, custom: false, type };
}

export function deployment(resources: readonly Saved[], more: object = {}): object {
    return { manifest: { time: "2026-01-01T00:00:00Z", magic: "", version: "v3.260.0" }, resources, ...more };
}

export const exported = (resources: readonly Saved[], version = 3, more: object = {}) =>
    JSON.stringify({ version, ...more, deployment: deployment(resources) });

export const checkpoint = (resources: readonly Saved[], { project, stack } = SHOP, version = 3) =>
    JSON.stringify({
        version,
        checkpoint: { stack: `organization/${project}/${stack}`, latest: deployment(resources) },
    });

export const bytes = (text: string) => Buffer.from(text);
export const zipped = (text: string) => gzipSync(text);

const trust = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
});
const administers = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});

/** A role that administers the account. */
export function administrator(place: Place = SHOP, policy: unknown = administers): readonly Saved[] {
    const role = saved("aws:iam/role:Role", "orders", { name: "orders", assumeRolePolicy: trust }, {}, place);
    const rights = saved(
        "aws:iam/rolePolicy:RolePolicy",
        "rights",
        { role: "orders", policy },
        {
            dependencies: [role.urn],
            propertyDependencies: { role: [role.urn] },
            sourcePosition: "project:///api/roles.ts#12,5",
        },
        place,
    );
    return [rootOf(place), role, rights];
}

/** A queue with which nothing is wrong. */
export function quiet(place: Place): readonly Saved[] {
    return [rootOf(place), saved("aws:ssm/document:Document", "notes", { documentType: "Command" }, {}, place)];
}
