export { isAwsCredential, namesAwsCredential } from "./aws-credentials";
export { isSecretAsMarked, tellsItself } from "./classify";
export { type SecretAtLine, secretsInText } from "./files";
export { credentialIn } from "./formats";
export { isSecretName, namesIdentifier } from "./names";
export { isSecret, type Suspicion } from "./suspect";
export { type Suspect, suspectsIn } from "./tree";
