export { isSecretAsMarked } from "./classify";
export { credentialIn } from "./formats";
export { isSecretName, namesIdentifier } from "./names";
export { isSecret, type Suspicion } from "./suspect";
export { type Suspect, suspectsIn } from "./tree";
