/**
 * Calls that are made for visitors who did not sign in: a public route of an API, measuring, maps. Reviewed on 2026-11-24 against
 * https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html and the guides of CloudWatch RUM, Pinpoint, AppSync and
 * Amazon Location, whose set-ups for guests name them.
 */
export const GUEST_ACTIONS: readonly string[] = [
    "execute-api:Invoke",
    "appsync:GraphQL",
    "rum:PutRumEvents",
    "mobileanalytics:PutEvents",
    "mobiletargeting:PutEvents",
    "mobiletargeting:UpdateEndpoint",
    "cognito-identity:GetCredentialsForIdentity",
    "cognito-identity:GetId",
    "cognito-identity:GetOpenIdToken",
    "cognito-sync:ListRecords",
    "cognito-sync:UpdateRecords",
    "cognito-sync:ListDatasets",
    "cognito-sync:DescribeDataset",
    "geo:GetMap*",
    "geo:SearchPlaceIndex*",
    "geo-maps:Get*",
    "geo-places:Autocomplete",
    "geo-places:Geocode",
    "geo-places:GetPlace",
    "geo-places:ReverseGeocode",
    "geo-places:Search*",
    "geo-places:Suggest",
];
