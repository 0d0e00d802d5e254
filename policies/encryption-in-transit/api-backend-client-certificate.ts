import { RestApi, RestIntegration, RestStage } from "../../model/aws";
import { restStagesOf } from "../../model/graph";
import { all, filled, not } from "../../model/values";
import { cwe, declare, defineStackRule, fsbp, ref, sas } from "../../pack";

const stage = (settings: object) => ({
    api: declare(RestApi, { name: "orders" }),
    backend: declare(RestIntegration, {
        restApi: ref("api.id"),
        resourceId: ref("api.rootResourceId"),
        httpMethod: "GET",
        type: "HTTP_PROXY",
        uri: "https://orders.example.com/",
    }),
    live: declare(RestStage, { restApi: ref("api.id"), deployment: "abc123", stageName: "live", ...settings }),
});

/** Functions and AWS's services know the API by IAM: a certificate says nothing to them. */
export default defineStackRule({
    id: "api-backend-client-certificate",
    severity: "low",
    profile: "strict",
    frameworks: [fsbp("APIGateway.2"), cwe(295), sas(2)],
    title: "Servers behind a REST API know its requests by a certificate.",
    why: "A server that cannot tell the API's requests from others answers whoever finds its address, past the API's authorization and limits.",
    fix: "Set clientCertificateId: certificate.id of an aws.apigateway.ClientCertificate, and let the server ask for it.",
    sources: [
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html",
    ],
    needs: restStagesOf,
    bad: stage({}),
    good: stage({ clientCertificateId: "a1b2c3" }),
    *check(stack) {
        for (const { stage: resource, callsServers } of restStagesOf(stack)) {
            const at = resource.inputs.clientCertificateId;
            yield {
                resource,
                at,
                when: all(callsServers, not(filled(at))),
                message: "absent, so the servers behind the API cannot tell its requests from anybody's",
            };
        }
    },
});
