/** One control of a published framework that a rule serves. */
export interface Control {
    readonly framework: string;
    readonly version: string;
    /** The framework's own id of the control, such as `Lambda.1`. */
    readonly id: string;
    readonly url: string;
}

/** AWS Foundational Security Best Practices, as Security Hub lists them. */
export function fsbp(id: string): Control {
    return {
        framework: "AWS Foundational Security Best Practices",
        version: "1.0.0",
        id,
        url: "https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html",
    };
}

/** CIS Amazon Web Services Foundations Benchmark. */
export function cis(version: "5.0" | "7.0", id: string): Control {
    return {
        framework: "CIS AWS Foundations Benchmark",
        version,
        id,
        url: "https://www.cisecurity.org/benchmark/amazon_web_services",
    };
}

/** Common Weakness Enumeration. */
export function cwe(id: number): Control {
    return {
        framework: "CWE",
        version: "4",
        id: `CWE-${id}`,
        url: `https://cwe.mitre.org/data/definitions/${id}.html`,
    };
}

/** The twelve most critical risks for serverless applications (Cloud Security Alliance, 2019). */
export function sas(number: number): Control {
    return {
        framework: "CSA Serverless Risks",
        version: "2019",
        id: `SAS-${number}`,
        url: "https://cloudsecurityalliance.org/artifacts/the-12-most-critical-risks-for-serverless-applications",
    };
}

/** OWASP Serverless Top 10 (2018). */
export function owasp(number: number): Control {
    return {
        framework: "OWASP Serverless Top 10",
        version: "2018",
        id: `S${number}`,
        url: "https://owasp.org/www-project-serverless-top-10/",
    };
}
