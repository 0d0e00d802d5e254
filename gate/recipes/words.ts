/** Words of a shell and of YAML, so that a folder may be called as it likes. */

/** One word of a shell. */
export function shellWord(text: string): string {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A text of YAML on one line. */
export function yamlText(text: string): string {
    return /^[A-Za-z./][\w./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|~)$/i.test(text)
        ? text
        : JSON.stringify(text);
}

export function indented(text: string, by: number): string {
    return text.replace(/^(?=.)/gm, " ".repeat(by));
}
