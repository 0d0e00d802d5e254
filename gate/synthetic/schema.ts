import { answerOf, functionTokens, inputsOf, outputsOf, type Property, resourceTokens } from "./tables";

/** What a program gives AWS's provider. Source: @pulumi/aws 7.48.0, `ProviderArgs`. */
const PROVIDER_INPUTS = `accessKey allowedAccountIds assumeRoleWithWebIdentity assumeRoles customCaBundle defaultTags
    ec2MetadataServiceEndpoint ec2MetadataServiceEndpointMode endpoints forbiddenAccountIds httpProxy httpsProxy ignoreTags insecure
    maxRetries noProxy profile region retryMode s3UsEast1RegionalEndpoint s3UsePathStyle secretKey sharedConfigFiles
    sharedCredentialsFiles skipCredentialsValidation skipMetadataApiCheck skipRegionValidation skipRequestingAccountId stsRegion
    tagPolicyCompliance token tokenBucketRateLimiterCapacity useDualstackEndpoint useFipsEndpoint userAgents`.split(
    /\s+/,
);

interface Properties {
    readonly [name: string]: { readonly $ref: string; readonly secret?: true };
}

/**
 * A Pulumi package schema for `aws`, for languages that look types up when a program runs, as YAML does. It has every token and
 * property name of the generated tables; a property may hold anything, since types are for the provider's own schema to check.
 */
export function awsSchema(version: string): object {
    const provider = Object.fromEntries(PROVIDER_INPUTS.map((name) => [name, ANYTHING]));
    return {
        name: "aws",
        version,
        provider: { inputProperties: provider, properties: {} },
        resources: Object.fromEntries(
            resourceTokens().map((token) => {
                const given = inputsOf(token).map((name) => ({ name }));
                const all = [...(outputsOf(token) ?? []), ...given];
                const inputs = all.filter((one) => !("input" in one) || one.input);
                return [token, { properties: properties(all), inputProperties: properties(inputs) }];
            }),
        ),
        functions: Object.fromEntries(
            functionTokens().map((token) => {
                const all = { type: "object", properties: properties(answerOf(token) ?? []) };
                return [token, { inputs: all, outputs: all }];
            }),
        ),
    };
}

const ANYTHING = { $ref: "pulumi.json#/Any" };

function properties(all: readonly (Pick<Property, "name"> & Partial<Property>)[]): Properties {
    return Object.fromEntries(all.map(({ name, secret }) => [name, secret ? { ...ANYTHING, secret: true } : ANYTHING]));
}
