import { IamAccessKey, type PlainTextKind } from "../../aws";
import { isAwsCredential, namesAwsCredential, type Suspect } from "../../secrets";
import type { Value } from "../../values";
import { type Fact, fact } from "../fact";
import { sourcesOf } from "../resource";
import { type Exposure, exposuresIn, suspectsOf } from "./exposures";
import { originOf } from "./origins";

const KINDS: readonly PlainTextKind[] = ["function", "configuration"];

/** Of the secrets that lie open in a resource, those that are keys of AWS. */
export function awsCredentialsIn(type: string, root: Value): readonly Suspect[] {
    return KINDS.flatMap((kind) => suspectsOf(kind, type, root)).filter(
        ({ is, standIn, name, at }) => is.is === "yes" && !standIn && isAwsCredential(name, at.text() ?? ""),
    );
}

/** Those of the stack that are known by where they came from: under a name of theirs, or of an access key that the program makes. */
export const exposedAwsCredentials: Fact<readonly Exposure[]> = fact(KINDS.map(exposuresIn), (stack) =>
    KINDS.flatMap((kind) => exposuresIn(kind)(stack)).filter(
        (exposure) => namesAwsCredential(exposure.name) || isOfAccessKey(exposure),
    ),
);

function isOfAccessKey({ resource, at }: Exposure): boolean {
    const sources = sourcesOf(resource, at.path);
    const origins = sources.filter((one) => originOf(one) !== undefined);
    return origins.length > 0 && origins.every(({ type }) => type === IamAccessKey.token);
}
