import type { ProviderSettings } from "./cloud";

/** Where resources are said to live. */
export interface Place {
    readonly region: string;
    readonly partition: string;
    readonly account: string;
    readonly dnsSuffix: string;
}

/** AWS's documentation account; no real one. */
export const ACCOUNT = "123456789012";
const STANDARD_REGION = "us-east-1";

/** The place that a provider's configuration names; its own `region` input may be overridden by a resource's (version 7). */
export function placeOf(provider: ProviderSettings, ownRegion?: unknown): Place {
    const named = typeof ownRegion === "string" ? ownRegion : provider.inputs["region"];
    const region = typeof named === "string" && /^[a-z]{2}(-[a-z]+)+-\d$/.test(named) ? named : STANDARD_REGION;
    if (region.startsWith("cn-"))
        return { region, partition: "aws-cn", account: ACCOUNT, dnsSuffix: "amazonaws.com.cn" };
    if (region.startsWith("us-gov-"))
        return { region, partition: "aws-us-gov", account: ACCOUNT, dnsSuffix: "amazonaws.com" };
    return { region, partition: "aws", account: ACCOUNT, dnsSuffix: "amazonaws.com" };
}
