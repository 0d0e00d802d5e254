export { type InFile, secretsInFile } from "./in-files";
export { isSecretName } from "./names";
export { isSecret, type Suspicion } from "./suspect";
