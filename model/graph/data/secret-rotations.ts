import {
    isIssuedElsewhere,
    isManagedByService,
    SecretsManagerSecret,
    SecretsManagerSecretRotation,
    SecretsManagerSecretVersion,
} from "../../aws";
import { type Answer, answer, any, filled, isFalse, not, type Value } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { type Link, linked, pointsTo, possible } from "../link";
import { inputOf, isOf, type Resource } from "../resource";
import type { Stack } from "../stack";

type SecretInputs = NonNullable<(typeof SecretsManagerSecret)["inputs"]>;

/** A secret that nothing replaces. */
export interface UnrotatedSecret {
    readonly resource: Resource;
    readonly when: Answer;
    /** By its name, its description or what its value is made of: somebody else issues it, so AWS cannot replace it by itself. */
    readonly isIssuedElsewhere: boolean;
}

/** The secrets of the stack whose rotation, if any, is not told in it. */
export const unrotatedSecrets = fact(
    [SecretsManagerSecret, SecretsManagerSecretRotation, SecretsManagerSecretVersion],
    (stack): readonly UnrotatedSecret[] => {
        const links = stack
            .ofType(SecretsManagerSecretRotation)
            .map((rotation) => secretOf(stack, rotation, rotation.inputs.secretId));
        const named = grouped(links.map((link) => [link, possible(link)] as const));
        const open = links.filter(({ kind }) => kind === "unknown");
        const versions = versionsOf(stack);
        return stack.ofType(SecretsManagerSecret).map((resource) => {
            const own = [...(named.get(resource) ?? []), ...open];
            const rotates = any(
                ...own.map((link) => pointsTo(link, resource)),
                answer(isManagedByService(resource.inputs.name.text() ?? "")),
                // Before its sixth major version, the provider has the rotation in the secret itself.
                filled(inputOf(resource, "rotationLambdaArn")),
            );
            return {
                resource,
                when: not(rotates),
                isIssuedElsewhere: isOfOthers(resource, versions.get(resource) ?? []),
            };
        });
    },
);

/** Rotations that are switched off: of a secret of this stack, or of one that a service of AWS manages. */
export function stoppedRotations(
    stack: Stack,
): readonly { readonly resource: Resource; readonly at: Value; readonly when: Answer }[] {
    return stack.ofType(SecretsManagerSecretRotation).map((resource) => {
        const at = inputOf(resource, "rotationEnabled");
        return { resource, at, when: isFalse(at, true) };
    });
}

/** The secret that a property names: by ARN, with or without the six characters that AWS adds, by name, or by a version of it. */
export function secretOf(stack: Stack, from: Resource, value: Value): Link<SecretInputs> {
    const direct = stack.link<unknown>(from, value, SecretsManagerSecret, SecretsManagerSecretVersion);
    if (direct.kind === "outside") {
        const named = namedIn(stack, direct.reference);
        return named ? { kind: "found", resource: named } : direct;
    }
    if (direct.kind !== "found" && direct.kind !== "candidates") return direct;
    const [only, ...more] = new Set(possible(direct).flatMap((one) => holderOf(stack, one) ?? []));
    if (!only) return { kind: "unknown", awaits: value.place };
    return more.length === 0
        ? { kind: "found", resource: only }
        : { kind: "candidates", resources: [only, ...more], awaits: value.place };
}

function holderOf(stack: Stack, resource: Resource): Resource<SecretInputs> | undefined {
    if (isOf(resource, SecretsManagerSecret)) return resource;
    return linked(stack.link(resource, resource.root.get("secretId"), SecretsManagerSecret));
}

function namedIn(stack: Stack, reference: string): Resource<SecretInputs> | undefined {
    const name = /^arn:[\w-]+:secretsmanager:[^:]*:[^:]*:secret:(.+)$/.exec(reference)?.[1];
    if (name === undefined) return undefined;
    return stack.named(name, SecretsManagerSecret) ?? stack.named(name.replace(/-\w{6}$/, ""), SecretsManagerSecret);
}

function versionsOf(stack: Stack): ReadonlyMap<Resource, readonly Resource[]> {
    return grouped(
        stack
            .ofType(SecretsManagerSecretVersion)
            .map(
                (version) =>
                    [version as Resource, possible(secretOf(stack, version, version.inputs.secretId))] as const,
            ),
    );
}

/** Providers of which a value is one that a function can replace: a random text, an output of AWS, a user of a database. */
const REPLACEABLE: ReadonlySet<string> = new Set(["aws", "random", "pulumi", "pulumi-nodejs", "postgresql", "mysql"]);

function isOfOthers({ name, inputs }: Resource<SecretInputs>, versions: readonly Resource[]): boolean {
    const said = [inputs.name, inputs.namePrefix, inputs.description].flatMap((value) => value.text() ?? []);
    if ([name, ...said].some(isIssuedElsewhere)) return true;
    return versions.some(({ root, propertyDependencies: { secretString = [] } }) => {
        const isKey = /-----BEGIN [A-Z ]+-----/.test(root.get("secretString").text() ?? "");
        return isKey || secretString.some(({ type }) => !REPLACEABLE.has(type.split(":")[0] ?? ""));
    });
}
