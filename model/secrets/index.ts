export { credentialIn, isLiteralSecret, isSecretAsMarked } from "./classify";
export { isPasswordName, isSecretName } from "./names";
