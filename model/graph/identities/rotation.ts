import { LambdaFunction, LambdaPermission, SecretsManagerSecretRotation } from "../../aws";
import { serviceName } from "../../iam";
import { type Answer, answer, any, undecided } from "../../values";
import { functionOf } from "../invocation/functions";
import { possible } from "../link";
import { isOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import type { Identity } from "./identities";

/**
 * Does a rotation function run under this role? A secret's rotation names it, or a permission lets Secrets Manager invoke it.
 * Undecided for a function where it is not known yet whom a rotation or permission names.
 */
export function rotatesSecrets(stack: Stack, { workloads }: Identity): Answer {
    const functions = workloads.map(({ resource }) => resource).filter((one) => isOf(one, LambdaFunction));
    const { rotating, awaits } = stack.once(rotatesSecrets, rotations);
    const open = functions.length > 0 ? awaits.map((place) => undecided(place)) : [];
    return any(answer(functions.some((one) => rotating.has(one))), ...open);
}

function rotations(stack: Stack): { readonly rotating: ReadonlySet<Resource>; readonly awaits: readonly string[] } {
    const named = [
        ...stack
            .ofType(SecretsManagerSecretRotation)
            .map((one) => functionOf(stack, one, one.inputs.rotationLambdaArn)),
        ...stack
            .ofType(LambdaPermission)
            .filter(({ inputs }) => serviceName(inputs.principal.text() ?? "") === "secretsmanager")
            .map((one) => functionOf(stack, one, one.inputs.function)),
    ];
    return {
        rotating: new Set(named.flatMap((link): readonly Resource[] => possible(link))),
        awaits: named.flatMap((link) => (link.kind === "unknown" ? [link.awaits] : [])),
    };
}
