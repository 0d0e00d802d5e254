import { NotFound, type PropertyTree } from "./cloud";
import { answerOf } from "./tables";

/** Functions that answer from their arguments, the account or what AWS itself offers: there, nothing can be absent. */
const NO_LOOKUP: readonly RegExp[] = [
    /^aws:index\//,
    /getServiceAccount$/,
    /^aws:iam\/get(?:PolicyDocument|SessionContext|PrincipalPolicySimulation|AccountAlias):/,
    /^aws:s3\/getCanonicalUserId:/,
    /^aws:ec2\/(?:getAmi|getAmiIds|getPrefixList|getInstanceTypes?|getInstanceTypeOfferings?|getVpcEndpointService|getSpotPrice):/,
    /^aws:rds\/get(?:EngineVersion|OrderableInstance|Certificate):/,
    /^aws:(?:pricing|servicequotas|polly|bedrockfoundation)\//,
    /^aws:elasticbeanstalk\/getSolutionStack:/,
];

/** Whether a function looks for something that an account may or may not hold. */
export function isLookup(token: string, args: PropertyTree): boolean {
    if (!token.startsWith("aws:") || NO_LOOKUP.some((pattern) => pattern.test(token))) return false;
    if (token === "aws:ssm/getParameter:getParameter") return !String(args["name"]).startsWith("/aws/service/");
    if (token === "aws:iam/getPolicy:getPolicy") return !/^arn:aws[\w-]*:iam::aws:/.test(String(args["arn"]));
    return true;
}

/** As the provider answers for what is not there: a list is empty, anything else an error that a program may catch. */
export function missed(token: string, args: PropertyTree): PropertyTree {
    const lists = (answerOf(token) ?? []).filter(({ kind, input }) => !input && /^[SNO]$/.test(kind));
    if (!token.endsWith("s") || lists.length === 0)
        throw new NotFound(`invocation of ${token} returned an error: couldn't find resource (NotFound): empty result`);
    return { ...args, id: "none", ...Object.fromEntries(lists.map(({ name }) => [name, []])) };
}
