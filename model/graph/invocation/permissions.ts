import { isServicePrincipal, namesOwner, parsePrincipal, serviceName } from "../../iam";
import { type Answer, all, any, equals, filled, holds, isTrue, no, not, type Value } from "../../values";

/** Does a Lambda permission let in whoever asks the function's URL, without a signature? */
export function opensUrl(permission: Value): Answer {
    const byUrl = isTrue(permission.get("invokedViaFunctionUrl"), false);
    return any(
        equals(permission.get("functionUrlAuthType"), "NONE"),
        byUrl.is === "no" ? no : all(byUrl, isForEveryone(permission)),
    );
}

/** Does it let every AWS account in, and not by the URL alone? */
export function admitsEveryone(permission: Value): Answer {
    const isEveryone = isForEveryone(permission);
    if (isEveryone.is === "no") return no;
    const sourceArn = permission.get("sourceArn");
    // An ARN with an account in it bounds by itself; one that is unknown was scoped by its author.
    const namesAccount = (arn: string) => /^arn:[^:]*:[^:]*:[^:]*:\d{12}:/.test(arn);
    const bounded = any(
        filled(permission.get("principalOrgId")),
        filled(permission.get("sourceAccount")),
        sourceArn.state === "unknown" ? filled(sourceArn) : holds(sourceArn, namesAccount),
    );
    return all(isEveryone, not(bounded), not(opensUrl(permission)));
}

function isForEveryone(permission: Value): Answer {
    return holds(permission.get("principal"), (text) => parsePrincipal(text).kind === "everyone");
}

/** Of a bucket, whose name anyone may have after its owner, both are asked: which bucket, and whose. */
const isS3 = (principal: string) => serviceName(principal) === "s3";

/** Does it name the bucket for which S3 calls? */
export function namesBucket(permission: Value): Answer {
    return all(holds(permission.get("principal"), isS3), filled(permission.get("sourceArn")));
}

/** Is it held to an account, an organization or a skill? */
export function isBounded(permission: Value): Answer {
    return any(...["sourceAccount", "principalOrgId", "eventSourceToken"].map((key) => filled(permission.get(key))));
}

/** Does it let a service of AWS in that may act for whichever account? */
export function servesAnyAccount(permission: Value): Answer {
    const sourceArn = permission.get("sourceArn");
    const isNamed = sourceArn.state === "unknown" ? filled(sourceArn) : holds(sourceArn, namesOwner);
    // Most say it so.
    if (isNamed.is === "yes") return no;
    const isService = holds(permission.get("principal"), isServicePrincipal);
    return all(isService, not(any(isBounded(permission), isNamed, namesBucket(permission))));
}
