import { IamOpenIdConnectProvider } from "../../aws";
import { isBuildIssuer, type Principal, parsePolicy } from "../../iam";
import { type Answer, answer, no, undecided } from "../../values";
import { isOf } from "../resource";
import type { Identity } from "./identities";

/** Services that build, and that change stacks as a pipeline tells them to; no request of a user reaches them. */
const SERVICES = /^(?:(?:stacksets\.)?cloudformation|codebuild|codepipeline|codedeploy|amplify)$/;
const WORKLOADS = /^aws:(?:cloudformation|codebuild|codepipeline|codedeploy|amplify)\//;

/**
 * Does only a deployment act under this role: is it trusted by build and deployment services of AWS, or by the issuer of a CI
 * service's tokens, and by nobody else, and carried by nothing that serves requests?
 */
export function isDeploymentRole({ role, workloads }: Identity): Answer {
    // Amplify runs an application's server side under a role of its own.
    const serves = workloads.some(({ resource, at }) => !WORKLOADS.test(resource.type) || /^computeRole/.test(at.path));
    if (!role || serves) return no;
    const trust = parsePolicy(role.inputs.assumeRolePolicy);
    const principals = trust.statements
        .filter(({ effect }) => effect !== "Deny")
        .flatMap((statement) => statement.principals?.members ?? []);
    const known = principals.filter(({ kind }) => kind !== "unknown");
    if (!known.every(isDeployer)) return no;
    const issuers = (role.propertyDependencies["assumeRolePolicy"] ?? []).filter((one) =>
        isOf(one, IamOpenIdConnectProvider),
    );
    const areDeployers = issuers.length > 0 && issuers.every((one) => isBuildIssuer(one.root.get("url").text() ?? ""));
    const open = principals.flatMap((one) => (one.kind === "unknown" && !areDeployers ? [one.place] : []));
    const unknown = [...trust.unknown, ...open];
    if (unknown.length > 0) return undecided(...unknown);
    return answer(principals.length > 0);
}

function isDeployer(principal: Principal): boolean {
    if (principal.kind === "service") return SERVICES.test(principal.service);
    return principal.kind === "federated" && isBuildIssuer(principal.provider.split("oidc-provider/").at(-1) ?? "");
}
