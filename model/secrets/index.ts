export { credentialIn, isLiteralSecret, isReference } from "./classify";
export { isPasswordName, isSecretName } from "./names";
