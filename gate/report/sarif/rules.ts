import { markdownText } from "../markdown-text";
import type { ReportedPolicy } from "../policies";
import { shortened, weightOf } from "../weight";

/** GitHub's longest, of texts that are no message. */
const LONGEST = 1_024;
const LONGEST_NAME = 255;
const MOST_TAGS = 20;

/** Where GitHub draws its lines: above 9 critical, from 7 high, from 4 medium. */
const SECURITY_SEVERITY: Readonly<Record<string, string>> = {
    critical: "9.5",
    high: "8.0",
    medium: "5.5",
    low: "3.0",
};

/** A policy as SARIF's rule, with the help that a code host shows beside an alert. */
export function ruleOf(policy: ReportedPolicy): object {
    const { name, displayName, description, severity, level, fix, why, url, tags, framework } = policy;
    const controls = framework ? [`${framework.name} ${framework.version}: ${framework.reference}`, ...tags] : tags;
    const title = description || displayName || name;
    const parts = [...(why === "" ? [] : [["Why", why]]), ...(fix === "" ? [] : [["Fix", fix]])];
    const more = url === "" ? [] : [url];
    return {
        id: name,
        ...(displayName !== "" && { name: shortened(displayName, LONGEST_NAME) }),
        shortDescription: { text: shortened(title, LONGEST) },
        fullDescription: { text: shortened(why === "" ? title : `${title} ${why}`, LONGEST) },
        ...(url !== "" && { helpUri: url }),
        help: {
            text: [title, ...parts.map(([part, text]) => `${part}: ${text}`), ...more].join("\n\n"),
            markdown: [
                markdownText(title),
                ...parts.map(([part = "", text = ""]) => `**${part}:** ${markdownText(text)}`),
                ...more.map((one) => `<${one}>`),
            ].join("\n\n"),
        },
        defaultConfiguration: { enabled: level !== "disabled", level: weightOf({ level, severity }) },
        properties: {
            ...(SECURITY_SEVERITY[severity] !== undefined && { "security-severity": SECURITY_SEVERITY[severity] }),
            precision: "high",
            tags: [...new Set(["security", ...controls])].slice(0, MOST_TAGS),
        },
    };
}
