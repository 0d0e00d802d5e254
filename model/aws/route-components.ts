/**
 * Components that write a REST API's document from a list of routes: `RestAPI` of `@pulumi/aws-apigateway`, and `API` of
 * `@pulumi/awsx/classic/apigateway`. The program has no such document to mend, but the routes.
 * Source: https://www.pulumi.com/registry/packages/aws-apigateway/api-docs/restapi/ and the types of both packages.
 */
const API = /[:$](?:aws-apigateway:index:RestAPI|aws:apigateway:x:API)\$aws:apigateway\/restApi:RestApi::/;

/** Is the resource of this URN an API that such a component makes? */
export function isMadeOfRoutes(urn: string): boolean {
    return API.test(urn);
}
