import {
    LambdaCodeSigningConfig,
    LambdaFunction,
    LambdaLayerVersion,
    S3BucketObject,
    S3BucketObjectV2,
    S3ObjectCopy,
} from "../../aws";
import { type Answer, all, answer, any, equals, filled, isUnknown, no, not, undecided, type Value } from "../../values";
import { fact } from "../fact";
import { linked } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";

/** Code that is taken from a bucket when a function or a layer is deployed. */
export interface LooseArtifact {
    readonly resource: Resource;
    /** The key that it lies under. */
    readonly at: Value;
    /** Is it whatever lies there by then? */
    readonly when: Answer;
}

const OBJECTS = [S3BucketObjectV2, S3BucketObject, S3ObjectCopy];

export const looseArtifacts = fact(
    [LambdaFunction, LambdaLayerVersion, LambdaCodeSigningConfig, ...OBJECTS],
    (stack): readonly LooseArtifact[] =>
        stack.ofType<unknown>(LambdaFunction, LambdaLayerVersion).map((resource) => {
            const said = (path: string) => resource.root.get(path);
            const at = said("s3Key");
            if (filled(said("s3Bucket")).is === "no") return { resource, at, when: no };
            const isVersion = filled(said("s3ObjectVersion"));
            const isHeld = any(isVersion, isSigned(stack, resource), isPutHere(stack, resource, at));
            return { resource, at, when: all(not(isHeld), not(isNamedByContent(at))) };
        }),
);

/** Code that somebody has to sign is no other than theirs, wherever it lies. */
function isSigned(stack: Stack, resource: Resource): Answer {
    const arn = resource.root.get("codeSigningConfigArn");
    const configuration = linked(stack.link<unknown>(resource, arn, LambdaCodeSigningConfig));
    return configuration
        ? equals(configuration.root.down("policies.untrustedArtifactOnDeployment"), "Enforce")
        : filled(arn);
}

/** The keys that the program puts objects under. */
const objectKeys = fact(
    OBJECTS,
    (stack): ReadonlySet<string | undefined> =>
        new Set(stack.ofType<unknown>(...OBJECTS).map(({ root }) => root.get("key").text())),
);

/** Does the program put it there itself? */
function isPutHere(stack: Stack, resource: Resource, key: Value): Answer {
    const text = key.text();
    const isKey = text !== undefined && objectKeys(stack).has(text);
    return answer(isKey || linked(stack.link<unknown>(resource, key, ...OBJECTS)) !== undefined);
}

/** A hash of what is in it, in hexadecimal or in base64; also a short one, as bundlers and git write it. */
const HASH =
    /(?<![a-z0-9])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,128}(?![a-z0-9])|(?<![\w+-])[\w+-]{43}=?(?![\w+-])/i;

function isNamedByContent(key: Value): Answer {
    const text = key.partialText() ?? "";
    return isUnknown(text) ? undecided(key.place) : answer(HASH.test(text));
}
