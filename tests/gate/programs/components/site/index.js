// A component that a plugin makes: the program knows its type, inputs and outputs alone.
const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");
const { main } = require("@pulumi/pulumi/provider");

/** The options that the program gave, for whoever compares what two engines tell a plugin. */
const told = ({ aliases, customTimeouts, ignoreChanges, protect, replaceOnChanges, retainOnDelete }) =>
    JSON.stringify({ aliases, customTimeouts, ignoreChanges, protect, replaceOnChanges, retainOnDelete });

class Site extends pulumi.ComponentResource {
    constructor(name, args, options, type = "site:index:Site") {
        super(type, name, args, options);
        this.content = new aws.s3.Bucket(`${name}-content`, { tags: args.tags }, { parent: this });
        this.parameter = new aws.ssm.Parameter(
            `${name}-token`,
            { type: "SecureString", value: args.token, description: told(options) },
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
        if (type === "site:index:Refused")
            throw new pulumi.InputPropertiesError({
                message: "no such site",
                errors: [{ propertyPath: "tags", reason: "too few of them" }],
            });
        if (type === "site:index:Crashing") process.exit(4);
        if (type === "site:index:Half") {
            new Site(name, inputs, options, type);
            throw new Error("no site with half of its parts");
        }
        if (type === "site:index:Looking") {
            await aws.ec2.getVpc({ default: true });
            throw new Error("no such network");
        }
        if (type === "site:index:Picky") {
            const { content } = new Site(name, inputs, options, type);
            await new Promise((resolve, reject) => {
                content.arn.apply(() => reject(new Error("no site in that bucket")));
                content.urn.apply(() => setTimeout(resolve, 2000));
            });
        }
        if (type === "site:index:Endless") return new Promise(() => setInterval(() => undefined, 1000));
        const site = new Site(name, inputs, options);
        return { urn: site.urn, state: { domain: site.domain, token: site.token, content: site.content } };
    },
    async call(token, { path }) {
        return { outputs: { url: pulumi.interpolate`https://example.com/${path}` } };
    },
};

main(provider, process.argv.slice(2));
