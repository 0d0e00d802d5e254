// What every entry begins with, in words that any Node can read: what the entry loads is in newer ones. package.json's
// `engines` says the same, and npm only warns of it.
var needed = [20, 19];
var own = process.versions.node.split(".").map(Number);
if (own[0] < needed[0] || (own[0] === needed[0] && own[1] < needed[1])) {
    console.error(
        "aws-serverless-security needs Node " +
            needed.join(".") +
            " or later; this is Node " +
            process.versions.node +
            ".",
    );
    process.exit(2);
}
