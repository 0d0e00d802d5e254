/** AWS CodeArtifact, which encrypts everything by itself. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { CodeArtifactDomain } from "../types";
import { bad } from "./condition";
import { ownKey } from "./good";
import { settings } from "./setting";

export const codeArtifact = [
    settings(CodeArtifactDomain, "registry", {
        customerKey: { at: (domain) => domain.encryptionKey, good: ownKey, absent: bad },
    }),
].flat();
