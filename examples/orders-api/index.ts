import { api } from "./api";
import { paymentCallback } from "./functions";
import "./operations";
import "./workflow";

export const endpoint = api.apiEndpoint;
export const callback = paymentCallback.functionUrl;
