import { ai } from "./ai";
import { cloud } from "./cloud";
import { codeHosts } from "./code-hosts";
import { besideKeyIds, isAwsSecretKey } from "./companions";
import type { CredentialFormat } from "./format";
import { identity } from "./identity";
import { keys } from "./keys";
import { messaging } from "./messaging";
import { observability } from "./observability";
import { payments } from "./payments";
import { saas } from "./saas";
import { type Credential, CredentialSearch } from "./search";
import { urls } from "./urls";

export { type Credential, type CredentialFormat, isAwsSecretKey };

/** Of two that fit at one place the first is told: shapes that many vendors share come last. */
export function credentialFormats(): readonly CredentialFormat[] {
    return [keys, cloud, codeHosts, payments, messaging, observability, saas, identity, ai, urls].flat();
}

let search: CredentialSearch | undefined;

/** Every credential in a text that a published shape tells, whatever it is called: published prefixes, encodings, connection strings. The name of the text may speak against one. */
export function credentialsIn(text: string, name = ""): readonly Credential[] {
    search ??= new CredentialSearch(credentialFormats());
    const found = search.credentials(text, name);
    return found.length === 0 ? found : [...found, ...besideKeyIds(text, found)];
}

/** The first of them, in words that end "holds …"; undefined where there is none. */
export function credentialIn(text: string, name = ""): string | undefined {
    return credentialsIn(text, name)[0]?.what;
}
