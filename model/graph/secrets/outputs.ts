/** What a program exports: a stack's outputs are in its state, on the console, in the logs of whatever ran it, and open to other stacks. */
import type { ResourceType } from "../../aws";
import { namesIdentifier, suspectsIn } from "../../secrets";
import { type Answer, type Value, yes } from "../../values";
import { type Fact, fact } from "../fact";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { isHeld, secretTexts } from "./held";
import { originOf } from "./origins";
import { MARKED } from "./provenance";

/** The stack itself. The engine tells its outputs when all else has been told, and with their marks. */
export const StackOutputs: ResourceType<Readonly<Record<string, unknown>>> = { token: "pulumi:pulumi:Stack" };

/** An output that the program does not export as a secret although it is one. */
export interface OpenOutput {
    readonly resource: Resource;
    readonly at: Value;
    readonly is: Answer;
    /** Words that end "holds …". */
    readonly what: string;
}

/**
 * Outputs that are secrets by what they look like, or because they hold a text that is a secret elsewhere in the stack: of what an output
 * came from the engine keeps nothing. Names of stored secrets and default words are often exported, and none.
 */
export const openOutputs: Fact<readonly OpenOutput[]> = fact([StackOutputs], (stack) => {
    let secrets: readonly Secret[] | undefined;
    return stack.ofType(StackOutputs).flatMap((resource) =>
        resource.root
            .entries()
            .flatMap(([name, value]) => [...suspectsIn(name, value)])
            .filter(({ at }) => !at.secret)
            .flatMap(({ at, is, what, standIn }) => {
                if (is.is !== "no" && !standIn) return { resource, at, is, what };
                secrets ??= secretsOf(stack);
                const held = secrets.find(({ text }) => isHeld(text, at.text() ?? ""));
                return held ? { resource, at, is: yes, what: held.what } : [];
            }),
    );
});

interface Secret {
    readonly text: string;
    readonly what: string;
}

/** What resources make or are given as secrets, and what the program marks: of a marked object, what is called a secret in it. */
function secretsOf(stack: Stack): readonly Secret[] {
    const resources = stack.resources.filter(({ type }) => type !== StackOutputs.token);
    const named = new Set(resources.flatMap(namesSaid));
    const secrets = resources.flatMap((resource) => [
        ...(originOf(resource)?.outputs ?? [])
            .flatMap((output) => secretTexts(output, resource.root.get(output)))
            .map((text) => ({ text, what: `the secret of ${resource.name}, in plain text` })),
        ...resource.root
            .marked()
            .flatMap((at) => secretTexts("", at))
            .map((text) => ({ text, what: MARKED })),
    ]);
    return secrets.filter(({ text }) => !named.has(text));
}

/** What resources are called, and what they call things in them: who exports such a text exports the name. */
function namesSaid({ name, root }: Resource): readonly string[] {
    const said = root.entries().filter(([key, { secret }]) => !secret && (/name$/i.test(key) || namesIdentifier(key)));
    return [name, ...said.flatMap(([, value]) => value.text() ?? [])];
}
