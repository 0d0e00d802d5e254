import { type Answer, answer, any, undecided } from "../../values";
import type { Resource } from "../resource";

interface Origin {
    /** The outputs that are secrets. */
    readonly outputs: readonly string[];
    /** Whether nobody passes on another output of it than these, so that a dependency alone tells. */
    readonly nothingElse: boolean;
}

/** What makes secrets or gives them out, by type. Source: the providers' schemas, which mark these outputs. */
const ORIGINS: Readonly<Record<string, Origin>> = {
    "random:index/randomPassword:RandomPassword": { outputs: ["result"], nothingElse: true },
    "random:index/randomBytes:RandomBytes": { outputs: ["base64", "hex"], nothingElse: true },
    "tls:index/privateKey:PrivateKey": {
        outputs: ["privateKeyPem", "privateKeyPemPkcs8", "privateKeyOpenssh"],
        nothingElse: false,
    },
    "aws:iam/accessKey:AccessKey": { outputs: ["secret", "sesSmtpPasswordV4"], nothingElse: false },
    "aws:cognito/userPoolClient:UserPoolClient": { outputs: ["clientSecret"], nothingElse: false },
    "aws:secretsmanager/secretVersion:SecretVersion": { outputs: ["secretString"], nothingElse: false },
};
/** A shorter output may stand in a text by chance. */
const SHORTEST = 6;

/** Does a secret that another resource of the stack makes or holds go into this property? The engine's dependencies tell of which. */
export function holdsSecretOf(resource: Resource, property: string): Answer {
    const value = resource.root.get(property);
    if (value.state === "absent") return answer(false);
    const text = value.text();
    return any(
        ...(resource.propertyDependencies[property] ?? []).map((other) => {
            const origin = ORIGINS[other.type];
            if (!origin) return answer(false);
            if (text === undefined) return origin.nothingElse ? answer(true) : undecided(value.place);
            const made = origin.outputs.map((output) => other.root.get(output).text() ?? "");
            return answer(made.some((secret) => secret.length >= SHORTEST && text.includes(secret)));
        }),
    );
}
