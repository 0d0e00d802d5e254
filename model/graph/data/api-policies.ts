import { policyInDocument, RestApi, RestApiPut, RestMethod, restApiHook, restDomainHook } from "../../aws";
import { type Answer, answer, any, equals, no, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { isPrivate } from "../invocation/doors";
import { linked } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { type HungPolicy, hungPolicies } from "./hung-policies";

const policies = hungPolicies(restApiHook);
/** Only private names have a policy. */
const domains = hungPolicies(restDomainHook);

/** A REST API's policy, and what of the API makes it the one that tells callers apart. */
export interface ApiPolicy {
    readonly hung: HungPolicy;
    /** It answers within VPCs alone, of whatever account that the policy lets in. */
    readonly isPrivate: Answer;
    /** Some method takes whoever signs, of whatever account that the policy lets in. */
    readonly takesSigned: Answer;
}

export const apiPolicies = fact([policies, domains, RestMethod, RestApiPut], (stack): readonly ApiPolicy[] => [
    ...domains(stack).map((hung) => ({ hung, isPrivate: yes, takesSigned: no })),
    ...policies(stack).map((hung) => {
        const { holder, resource } = hung;
        if (!holder) {
            const elsewhere = undecided(resource.root.get("restApiId").place);
            return { hung, isPrivate: elsewhere, takesSigned: elsewhere };
        }
        return {
            hung: withDocument(stack, hung, holder),
            isPrivate: isPrivate(holder),
            takesSigned: takesSigned(stack, holder),
        };
    }),
]);

/** The document that an API is made of may hold its policy, too. */
function withDocument(stack: Stack, hung: HungPolicy, api: Resource): HungPolicy {
    if (hung.at.state !== "absent") return hung;
    const given = [api, ...(partsByApi(stack).get(api) ?? [])]
        .map((resource) => ({ resource, at: policyInDocument(resource.type, resource.root) }))
        .filter(({ at }) => at.state === "known");
    const [first] = given;
    return first ? { ...hung, ...first, given } : hung;
}

const partsByApi = fact([RestMethod, RestApiPut], (stack) =>
    grouped<Resource, Resource>([
        ...stack.ofType(RestMethod).map((one) => [one, apiOf(stack, one, one.inputs.restApi)] as const),
        ...stack.ofType(RestApiPut).map((one) => [one, apiOf(stack, one, one.inputs.restApiId)] as const),
    ]),
);

function apiOf(stack: Stack, from: Resource, value: Value): readonly Resource[] {
    return [linked(stack.link<unknown>(from, value, RestApi)) ?? []].flat();
}

function takesSigned(stack: Stack, api: Resource): Answer {
    const parts = partsByApi(stack).get(api) ?? [];
    return any(
        ...parts.map(({ root }) => equals(root.get("authorization"), "AWS_IAM")),
        ...[api, ...parts].map(({ root }) => documentTakesSigned(root.get("body"))),
    );
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authtype.html */
function documentTakesSigned(body: Value): Answer {
    const text = body.partialText() ?? "";
    if (/\b(?:awsSigv4|AWS_IAM)\b/i.test(text)) return answer(true);
    return body.state === "unknown" ? undecided(body.place) : answer(false);
}
