import "./access";
import { api } from "./api";
import "./carriers";
import { paymentCallback } from "./functions";
import "./guests";
import "./invoices";
import "./operations";
import "./reminders";
import "./stores";
import "./shipping";
import "./workflow";

export const endpoint = api.apiEndpoint;
export const callback = paymentCallback.functionUrl;
