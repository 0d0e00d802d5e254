// As a package's generated SDK has it.
const pulumi = require("@pulumi/pulumi");
class Remote extends pulumi.ComponentResource {
    constructor(type, name, args = {}, options = {}) {
        super(type, name, { ...args, domain: undefined, token: undefined, content: undefined }, options, true);
    }
    url(path) {
        return pulumi.runtime.call("site:index:Site/url", { __self__: this, path }, this).url;
    }
}
exports.Site = class extends Remote {
    constructor(name, args, options) {
        super("site:index:Site", name, args, options);
    }
};
exports.Remote = Remote;
