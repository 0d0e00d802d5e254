import { isSignAndRandom } from "./harmless";

const SHORTEST = 6;

/**
 * Can a literal in source code be a secret as a whole? It is none where it is a piece of a sentence or an expression, a pattern, a version, or the
 * name of something in the program.
 */
export function isWhole(literal: string): boolean {
    return literal.length >= SHORTEST && !/\s/.test(literal) && !NONE.some((pattern) => pattern.test(literal));
}

/** Sixty letters and more of every kind, as the generator of WordPress makes them, with blanks too. */
export function isSalt(text: string): boolean {
    if (!/^[\x20-\x7e]{60,72}$/.test(text) || /[A-Za-z]{14}|\$\{| {2}/.test(text)) return false;
    const signs = new Set(text.replace(/[\w ]/g, ""));
    return signs.size >= 8 && /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);
}

const NONE: readonly RegExp[] = [
    // What stands between two literals, where a sign within one was taken for an assignment.
    /^(?:[,)\]}:;=?]|&&|\|\||\+.*[(),])|\($/,
    // Filled in when it runs: `${name}`, `#{name}`, `{name}`, `%s`, `:name`.
    /[$#]\{|\{\w*\}|%[sdv]|^:\w+$|<[\w -]+>/,
    // Code that a literal was taken for the end of.
    /\)\{|\bfunction\b/,
    /%\(\w+\)/,
    // Encodings, alphabets.
    /^(?:latin-?1|utf-?(?:8|16(?:le)?)|ascii|base64(?:url)?|hex|binary|cp1252)$/i,
    /abcdefgh|ABCDEFGH|012345678/,
    // Patterns.
    /\[[^\]]*\w-\w[^\]]*\]|\\[wdsbWDSB][+*{]?|\(\?[:=!<]/,
    // Versions and ranges of them.
    /^[\^~<>=]{0,2}v?\d+\.\d+(?:\.[\dx*]+)?(?:[-+.][\w.-]*)?$/,
    // Blacked out.
    /\*{3}|redacted|masked|hidden|x{6}/i,
    // Names with humps, and with a number in one of them.
    /^(?:[A-Z]?[a-z]{2,}\d?|[A-Z]{1,3}\d?[A-Z][a-z]{2,})(?:[A-Z][a-z]{2,}\d?)+$/,
];

/** What a language fills in or calls: `%s`, `getenv(`, PowerShell's `(Get-SSMParameter …).Value`, `[Type]::Method()`, `$secret.password | …`. */
const EXPRESSION =
    /^(?:[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*\[(?:["'\w$.]+)\][\w.()[\]"', ]*|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+\s(?:\?\?|\|\||&&|\?|as|or|and|if)\s.*|%[sdqv@]|\$\(.*|[A-Za-z_][\w.:]*\(|(?:await\s|new\s)?[A-Za-z_]\w*(?:(?:\.|::|->)\w+)*\([^\n]*["'(][^\n]*[)\]};]+|\(?(?:Get|Read|New|Invoke|Import|ConvertTo|ConvertFrom|Join|Select)-[A-Z]\w+(?:\s.*|\)[.\w]*)?|\[[A-Za-z][\w.]*\]::\w+.*|\$[\w.:]+\s*\|.*)$/s;

/** Is it a document's own notation: what opens a list or a block, an anchor, a tag that says how to read what follows, an expression? */
export function isNotation(text: string): boolean {
    if (isSignAndRandom(text)) return false;
    return (
        !/[\p{L}\d]/u.test(text) ||
        // Types and expressions: `[Type]::Member`, `New-Object`, `Any<String>`, `getpass.getpass()`, a call over several lines.
        /^(?:\[[A-Z][\w.]*\](?:::|$)|(?:New|Get|Read|ConvertTo|ConvertFrom|Import|Invoke)-[A-Z]\w+\s|[A-Z]\w*<[\w<>, ]+>$|[A-Za-z_][\w.]{2,}\((?:[\w=., ]*\))?$)/.test(
            text,
        ) ||
        EXPRESSION.test(text) ||
        /^(?:[&*][\w-]+|![A-Za-z][\w:./-]*(?:\s.*)?|\$(?:\w+|[@*#?])|[|>][-+\d]{0,2})$/.test(text)
    );
}
