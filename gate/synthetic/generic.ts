/** Answers for other providers: what they were given, an id, and the outputs that programs commonly read. */
import {
    type Created,
    type PropertyTree,
    type ProviderSettings,
    type ResourceRequest,
    UnsupportedFunction,
} from "./cloud";
import { hex, number, text, uuid } from "./deterministic";
import { secret, textOf, UNKNOWN, unwrapped } from "./wire-values";

type Outputs = (request: ResourceRequest) => Record<string, unknown>;

const outputs: Readonly<Record<string, Outputs>> = {
    "random:index/randomPassword:RandomPassword": ({ urn, inputs }) => ({
        result: secret(randomText(urn, inputs)),
        bcryptHash: secret(`$2a$10$${hex(urn, 53)}`),
    }),
    "random:index/randomString:RandomString": ({ urn, inputs }) => ({
        result: randomText(urn, inputs),
        id: randomText(urn, inputs),
    }),
    "random:index/randomId:RandomId": ({ urn, inputs }) => {
        const digits = hex(urn, 2 * (Number(unwrapped(inputs["byteLength"])) || 8));
        const bytes = Buffer.from(digits, "hex");
        const prefix = textOf(unwrapped(inputs["prefix"]));
        return {
            hex: `${prefix}${digits}`,
            dec: `${prefix}${BigInt(`0x${digits}`)}`,
            b64Std: `${prefix}${bytes.toString("base64")}`,
            b64Url: `${prefix}${bytes.toString("base64url")}`,
        };
    },
    "random:index/randomUuid:RandomUuid": ({ urn }) => ({ result: uuid(urn), id: uuid(urn) }),
    "random:index/randomPet:RandomPet": ({ urn, inputs }) => ({
        id: `${textOf(unwrapped(inputs["prefix"])) || "steady"}-heron-${hex(urn, 4)}`,
    }),
    "random:index/randomInteger:RandomInteger": ({ urn, inputs }) => {
        const [low, high] = [Number(unwrapped(inputs["min"])) || 0, Number(unwrapped(inputs["max"])) || 100];
        return { result: low + number(urn, Math.max(1, high - low + 1)) };
    },
    "random:index/randomShuffle:RandomShuffle": ({ inputs }) => ({ results: unwrapped(inputs["inputs"]) ?? [] }),
    "tls:index/privateKey:PrivateKey": ({ urn }) => ({
        // No real key: the words say so wherever it turns up. The public half holds nothing of the private one.
        privateKeyPem: secret(`-----BEGIN PRIVATE KEY-----\nsynthetic ${hex(urn, 16)}\n-----END PRIVATE KEY-----\n`),
        privateKeyOpenssh: secret(`synthetic ${hex(`${urn} openssh`, 16)}`),
        privateKeyPemPkcs8: secret(`synthetic ${hex(`${urn} pkcs8`, 16)}`),
        publicKeyPem: `-----BEGIN PUBLIC KEY-----\nsynthetic ${hex(`${urn} public`, 16)}\n-----END PUBLIC KEY-----\n`,
        publicKeyOpenssh: `ssh-rsa ${hex(urn, 64)}`,
        publicKeyFingerprintMd5: hex(urn, 32),
        publicKeyFingerprintSha256: `SHA256:${hex(urn, 43)}`,
    }),
    "docker:index/image:Image": ({ urn, inputs }) => ({
        baseImageName: unwrapped(inputs["imageName"]) ?? "image",
        repoDigest: `${(textOf(unwrapped(inputs["imageName"])) || "image").replace(/:[^/]*$/, "")}@sha256:${hex(urn, 64)}`,
    }),
    "docker-build:index:Image": ({ urn, inputs }) => {
        const [first] = (unwrapped(inputs["tags"]) ?? ["image"]) as string[];
        return {
            digest: `sha256:${hex(urn, 64)}`,
            ref: `${textOf(first).replace(/:[^/]*$/, "")}@sha256:${hex(urn, 64)}`,
        };
    },
    "command:local:Command": () => ({ stdout: "", stderr: "" }),
    "command:remote:Command": () => ({ stdout: "", stderr: "" }),
};

export function createGeneric(request: ResourceRequest, unknownOutputs: boolean, given?: string): Created {
    const { urn, type, name, inputs } = request;
    const own = outputs[type]?.(request) ?? {};
    const standard = type.startsWith("aws-native:") ? nativeOutputs(request) : {};
    const computed = unknownOutputs
        ? Object.fromEntries(Object.keys({ ...standard, ...own }).map((key) => [key, UNKNOWN]))
        : { ...standard, ...own };
    const id =
        given ?? (unknownOutputs ? UNKNOWN : typeof own["id"] === "string" ? own["id"] : `${name}-${hex(urn, 7)}`);
    return { id, outputs: { ...computed, ...inputs, id } };
}

function nativeOutputs({ type, name, urn, provider }: ResourceRequest): Record<string, unknown> {
    const module = type.split(":")[1] ?? "";
    const region = typeof provider.inputs["region"] === "string" ? provider.inputs["region"] : "us-east-1";
    return { arn: `arn:aws:${module}:${region}:123456789012:${name}-${hex(urn, 7)}` };
}

const functions: Readonly<Record<string, (args: PropertyTree) => PropertyTree>> = {
    "archive:index/getFile:getFile": (args) => ({
        ...args,
        id: hex(JSON.stringify(args), 40),
        outputBase64sha256: Buffer.from(hex(JSON.stringify(args), 64), "hex").toString("base64"),
        outputMd5: hex(JSON.stringify(args), 32),
        outputSha: hex(JSON.stringify(args), 40),
        outputSize: 1024,
    }),
    "tls:index/getCertificate:getCertificate": (args) => ({
        ...args,
        id: hex(JSON.stringify(args), 40),
        certificates: [
            {
                sha1Fingerprint: hex(JSON.stringify(args), 40),
                subject: "CN=synthetic",
                issuer: "CN=synthetic",
                isCa: true,
            },
        ],
    }),
    "std:index:file": () => ({ result: "" }),
};

export function invokeGeneric(token: string, args: PropertyTree, provider: ProviderSettings): PropertyTree {
    const own = functions[token];
    if (own) return own(args);
    throw new UnsupportedFunction(
        `the program calls ${token} of the provider ${provider.package}, which only that provider can answer: run the check with --host pulumi, which needs the Pulumi CLI, or give the value as configuration`,
    );
}

function randomText(urn: string, inputs: PropertyTree): string {
    return text(
        urn,
        Number(unwrapped(inputs["length"])) || 16,
        "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789",
    );
}
