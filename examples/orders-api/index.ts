import "./access";
import { api } from "./api";
import { paymentCallback } from "./functions";
import "./guests";
import "./operations";
import "./reminders";
import "./stores";
import "./workflow";

export const endpoint = api.apiEndpoint;
export const callback = paymentCallback.functionUrl;
