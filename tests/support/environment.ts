/** Makes the process's own environment as it was. An object in its place would be seen by this thread alone, and by none that it starts. */
export function restoreEnvironment(before: Readonly<NodeJS.ProcessEnv>): void {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
}
