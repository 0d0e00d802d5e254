export { type SecretAtLine, secretsInText } from "./files";
export { isSecretName } from "./names";
export { isSecret, type Suspicion } from "./suspect";
