import "./access";
import { api } from "./api";
import "./carriers";
import "./audit";
import "./baskets";
import "./front";
import { paymentCallback } from "./functions";
import "./guests";
import "./invoices";
import "./operations";
import "./reminders";
import "./stores";
import "./shipping";
import "./tracking";
import "./workflow";

export const endpoint = api.apiEndpoint;
export const callback = paymentCallback.functionUrl;
