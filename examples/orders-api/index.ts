import "./access";
import { api } from "./api";
import "./baskets";
import { paymentCallback } from "./functions";
import "./guests";
import "./operations";
import "./reminders";
import "./shipping";
import "./workflow";

export const endpoint = api.apiEndpoint;
export const callback = paymentCallback.functionUrl;
