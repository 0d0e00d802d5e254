import type { Created, PropertyTree, ResourceRequest } from "./cloud";
import { hex } from "./deterministic";
import { type Identity, identityOf, nameProperty } from "./identity";
import { placeOf } from "./place";
import { type Shaping, shape } from "./shapes";
import { outputsOf, type Property } from "./tables";
import { holds, isUnknown, secret, UNKNOWN, unwrapped } from "./wire-values";

/** Computed inputs for which a made-up value would itself be a statement about security; absent is the honest answer. */
const NEVER_INVENTED =
    /policy|kms|key|acl|role|password|secret|certificate|profile|document|ssl|tls|encrypt|auth|protocol|snapshot|engine|tier|class|type|mode|principal|action|public|replication|subnet|vpc/i;

/** Inputs that providers fill in themselves and other resources refer to. */
const FILLED = /^(?:arn|region|availabilityZone|privateIp|port|rootResourceId)$|(?:Id|Identifier)$/;

/** The program's inputs with the physical name that Pulumi generates: the logical name and seven digits. */
export function checkAws({ urn, type, name, inputs }: ResourceRequest): PropertyTree {
    const property = nameProperty(type);
    const declared = outputsOf(type)?.find((one) => one.name === property);
    const isGiven = inputs[property] !== undefined || inputs[`${property}Prefix`] !== undefined;
    const takesName = declared?.input === true && property !== "statementId";
    if (!takesName || isGiven) return { ...inputs, __defaults: [] };
    return { ...inputs, __defaults: [property], [property]: generatedName(type, name, urn, inputs) };
}

/** The answer to `Create`: inputs echoed, every declared output filled in. */
export function createAws(request: ResourceRequest, unknownOutputs: boolean, given?: string): Created {
    const { urn, type, name, inputs, provider } = request;
    const place = placeOf(provider, unwrapped(inputs["region"]));
    const identity = identityOf(type, name, urn, inputs, place, given);
    const plain = Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, unwrapped(value)]));
    const shaping: Shaping = { type, seed: urn, identity, place, inputs: plain };
    const outputs: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(inputs)) if (key !== "__defaults") outputs[key] = value;
    for (const property of [...(outputsOf(type) ?? FALLBACK), ...(FORMER[type] ?? [])]) {
        if (outputs[property.name] !== undefined) continue;
        const value = outputOf(property, shaping, unknownOutputs);
        if (value !== undefined)
            outputs[property.name] = property.secret || isSecretFrom(property, identity) ? secret(value) : value;
    }
    if (inputs["tags"] !== undefined) outputs["tagsAll"] = inputs["tags"];
    return {
        id: unknownOutputs ? UNKNOWN : identity.id,
        outputs: { ...outputs, id: unknownOutputs ? UNKNOWN : identity.id },
    };
}

/** A type that no typings declare (another SDK's, a newer one's) still has the outputs that all have. */
const FALLBACK: readonly Property[] = ["arn", "name"].map(output);
/** Outputs that version 6 of the provider still had, which `awsx.classic` builds on. */
const FORMER: Readonly<Record<string, readonly Property[]>> = {
    "aws:apigateway/deployment:Deployment": ["executionArn", "invokeUrl"].map(output),
};

function output(name: string): Property {
    return { name, kind: "s", input: false, secret: false };
}

function outputOf({ name, kind, input }: Property, shaping: Shaping, unknownOutputs: boolean): unknown {
    if (input && (NEVER_INVENTED.test(name) || !FILLED.test(name) || !/^[sn]$/.test(kind)))
        return standardOf(kind, unknownOutputs);
    if (name === "tagsAll") return {};
    if (unknownOutputs) return UNKNOWN;
    const value = shape(name, kind, shaping);
    return holds(value, isUnknown) ? UNKNOWN : typeof value === "string" && value.includes(UNKNOWN) ? UNKNOWN : value;
}

/**
 * What an input that nobody gave reads as: nothing, and known to be nothing. A block stays unknown to the program, which may
 * look into it.
 */
function standardOf(kind: string, unknownOutputs: boolean): unknown {
    if (unknownOutputs || kind === "o" || kind === "m") return undefined;
    return /^[SON]$/.test(kind) ? [] : null;
}

/** A name that was secret makes what is built from it secret. */
function isSecretFrom({ name }: Property, identity: Identity): boolean {
    return identity.secret && /arn|url|endpoint|name|domain/i.test(name);
}

function generatedName(type: string, name: string, urn: string, inputs: PropertyTree): string {
    const generated = `${name}-${hex(urn, 7)}`;
    // FIFO queues and topics carry their kind in their name; RDS and S3 names are lower case.
    const isFifo = unwrapped(inputs["fifoQueue"]) === true || unwrapped(inputs["fifoTopic"]) === true;
    if (isFifo) return `${generated}.fifo`;
    return /^aws:(?:s3|rds|docdb|neptune|redshift|elasticache)\//.test(type) ? generated.toLowerCase() : generated;
}
