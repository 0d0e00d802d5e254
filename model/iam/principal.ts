/** Who a grant is for, in all the forms that policies and Lambda permissions write it. */
export type Principal =
    | { readonly kind: "everyone" }
    | { readonly kind: "service"; readonly service: string }
    /** A whole account: its id or its root ARN. */
    | { readonly kind: "account"; readonly account: string }
    | { readonly kind: "arn"; readonly arn: string }
    | { readonly kind: "federated"; readonly provider: string }
    | { readonly kind: "canonical-user" }
    | {
          readonly kind: "unknown";
          readonly place: string;
          /** The element that it stands under, in lower case, such as `federated`; undefined where that is unknown too. */
          readonly under?: string;
          /** What is known to stand last, such as `:root`. */
          readonly suffix?: string;
      };

const SERVICE =
    /^(?<name>[a-z0-9-]+(?:\.[a-z0-9-]+)*)\.(?:amazonaws\.com(?:\.cn)?|amazon\.com|aws\.internal|api\.aws)$/i;
/** AWS takes no wildcard within a principal's ARN; one in place of the account is read as everybody's all the same. */
const ROOT = /^arn:[\w*-]+:iam::(?<account>\d{12}|[*?]+):root$/;
const ANYBODYS = /^arn:[\w*-]+:(?:iam|sts)::[^:]*[*?][^:]*:/;
const REGION = /^(?:[a-z]{2}(?:-[a-z]+)+-\d)$/;

/** Texts that were read, for a stack names the same few principals many times. */
const read = new Map<string, Principal>();
const MOST_READ = 1000;

/** Reads a bare principal, as in `aws:lambda/permission:Permission` or under `AWS` in a policy. */
export function parsePrincipal(text: string): Principal {
    let found = read.get(text);
    if (!found) {
        found = principalOf(text);
        if (read.size >= MOST_READ) read.clear();
        read.set(text, found);
    }
    return found;
}

function principalOf(text: string): Principal {
    if (/^\*+$/.test(text)) return { kind: "everyone" };
    if (/^\d{12}$/.test(text)) return { kind: "account", account: text };
    const account = ROOT.exec(text)?.groups?.["account"];
    if (account !== undefined && /^\d/.test(account)) return { kind: "account", account };
    if (account !== undefined || ANYBODYS.test(text)) return { kind: "everyone" };
    const service = serviceName(text);
    if (service !== undefined) return { kind: "service", service };
    return { kind: "arn", arn: text };
}

/**
 * The service of a service principal, without region and domain: `logs` of `logs.eu-west-1.amazonaws.com`, `events` of
 * `events.amazonaws.com.cn`; undefined for anything else.
 */
export function serviceName(principal: string): string | undefined {
    const name = SERVICE.exec(principal)?.groups?.["name"];
    return name
        ?.toLowerCase()
        .split(".")
        .filter((part) => !REGION.test(part))
        .join(".");
}

export function isServicePrincipal(principal: string): boolean {
    return serviceName(principal) !== undefined;
}
