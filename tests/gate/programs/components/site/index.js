// A component that a plugin makes: the program knows its type, inputs and outputs alone.
const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");
const { main } = require("@pulumi/pulumi/provider");

class Site extends pulumi.ComponentResource {
    constructor(name, args, options) {
        super("site:index:Site", name, args, options);
        this.content = new aws.s3.Bucket(`${name}-content`, { tags: args.tags }, { parent: this });
        this.parameter = new aws.ssm.Parameter(
            `${name}-token`,
            { type: "SecureString", value: args.token },
            { parent: this },
        );
        this.domain = pulumi.interpolate`${this.content.bucketRegionalDomainName}`;
        this.token = pulumi.secret(this.parameter.name);
        this.registerOutputs({ domain: this.domain });
    }
}

const provider = {
    version: "1.2.3",
    async construct(name, type, inputs, options) {
        if (type === "site:index:Broken") throw new Error("no site without a domain");
        if (type === "site:index:Endless") return new Promise(() => setInterval(() => undefined, 1000));
        const site = new Site(name, inputs, options);
        return { urn: site.urn, state: { domain: site.domain, token: site.token, content: site.content } };
    },
    async call(token, { path }) {
        return { outputs: { url: pulumi.interpolate`https://example.com/${path}` } };
    },
};

main(provider, process.argv.slice(2));
