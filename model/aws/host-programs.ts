/**
 * A line of a script that makes a host ready for people: packages of the distribution, and the agent that sessions are opened with.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/agent-install-al2.html
 */
const PREPARES = [
    /^(?:#|$)/,
    /^set\s/,
    /^(?:export\s+)?[A-Z_]+=\S*$/,
    /^(?:yum|dnf|apt|apt-get|apk|snap|rpm|amazon-linux-extras)\s/,
    /^(?:systemctl|service|start|restart|stop)\s.*(?:amazon-ssm-agent|ec2-instance-connect|sshd?)\b/,
    /^(?:echo|hostnamectl|timedatectl|cd)\s[^|;&]*$/,
];

/** Does the script only make the host ready? */
export function onlyPrepares(script: string): boolean {
    return decoded(script)
        .split(/\r?\n|&&|;/)
        .map((line) => line.trim().replace(/^(?:sudo|then|do)\s+(?:-\w+\s+)*/, ""))
        .every((line) => PREPARES.some((one) => one.test(line)));
}

/** Of base64, its text; of text, itself. A launch template has base64 in the property that an instance has text in. */
function decoded(text: string): string {
    const isBase64 = text.length > 8 && text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text);
    return isBase64 ? Buffer.from(text, "base64").toString("utf8") : text;
}
