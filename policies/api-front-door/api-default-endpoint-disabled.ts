import { RestApi, RestBasePathMapping } from "../../model/aws";
import { mappedApis } from "../../model/graph";
import { cwe, declare, defineStackRule, ref, sas } from "../../pack";

const api = (inputs: object) => ({
    api: declare(RestApi, { name: "orders", ...inputs }),
    mapping: declare(RestBasePathMapping, { restApi: ref("api.id"), domainName: "api.example.com", stageName: "live" }),
});

/** Private APIs are left alone: their address answers in a VPC only. */
export default defineStackRule({
    id: "api-default-endpoint-disabled",
    severity: "low",
    frameworks: [cwe(668), sas(2)],
    title: "APIs with a domain of their own answer under that domain alone.",
    why: "What stands before the domain (a distribution, a web ACL, certificates of callers, an older TLS that is refused) is passed by under the address that AWS gave the API.",
    fix: "Set disableExecuteApiEndpoint: true.",
    sources: [
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-disable-default-endpoint.html",
    ],
    needs: mappedApis,
    bad: api({}),
    good: api({ disableExecuteApiEndpoint: true }),
    *check(stack) {
        for (const { api: resource, at, isOpen, asksCertificate } of mappedApis(stack)) {
            const past = asksCertificate
                ? "without the certificate that the domain asks callers for"
                : "past the domain";
            yield {
                resource,
                at,
                when: isOpen,
                message: `${at.state === "absent" ? "absent" : "false"}, so the API also answers under the address that AWS gave it, ${past}`,
                ...(asksCertificate && { severity: "medium" }),
            };
        }
    },
});
