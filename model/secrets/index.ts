export { isSecretName } from "./names";
export { isSecret, type Suspicion } from "./suspect";
