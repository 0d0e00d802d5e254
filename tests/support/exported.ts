/** What `pulumi stack export` would print of a program, had it been deployed. */
import path from "node:path";
import { run } from "../../gate/host/run";
import type { Registered } from "../../gate/host/types";
import { readConfiguration } from "../../gate/project/configuration";
import { readProject } from "../../gate/project/project";
import { isObject, isSecret, SECRET_SIGNATURE, SIGNATURE_KEY } from "../../gate/synthetic/wire-values";
import { deployment } from "./states";

/** Runs the program against the synthetic AWS; its account has another number in the state, as a real one's would. */
export async function exportedState(folder: string, stack: string, account = "210987654321"): Promise<string> {
    const project = readProject(path.resolve(folder));
    const { deployment: made, failure } = await run(
        {
            project,
            configuration: readConfiguration(project, { stack, plain: [], secret: [] }),
            organization: "organization",
            unknownOutputs: false,
            typeCheck: false,
            timeout: 300,
            progress: () => undefined,
        },
        Promise.resolve({ remediate: async ({ inputs }) => inputs, analyze: async () => [] }),
    );
    if (failure) throw failure;
    const resources = [...made.resources.values()].map(savedResource);
    return JSON.stringify({ version: 3, deployment: deployment(resources) }).replaceAll(SYNTHETIC_ACCOUNT, account);
}

const SYNTHETIC_ACCOUNT = "123456789012";

function savedResource({ urn, type, custom, inputs, outputs, parent, source, ...graph }: Registered) {
    const { dependencies, propertyDependencies, provider } = graph;
    const { id } = outputs;
    return {
        urn,
        type,
        custom,
        ...(custom && { id }),
        inputs: savedTree(inputs),
        outputs: savedTree(outputs),
        ...(parent !== "" && { parent }),
        dependencies,
        propertyDependencies,
        ...(provider && { provider: `${provider.urn}::${provider.id}` }),
        ...(source && { sourcePosition: `project:///${source.file}#${source.line},${source.column}` }),
    };
}

/** Secrets as `pulumi stack export --show-secrets` has them; of assets and archives no more than their hash. */
function savedTree(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(savedTree);
    if (isSecret(value))
        return { [SIGNATURE_KEY]: SECRET_SIGNATURE, plaintext: JSON.stringify(savedTree(value.value)) };
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, savedTree(below)]));
}
