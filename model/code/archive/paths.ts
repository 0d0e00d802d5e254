/** Parts of one path: no build makes more. */
const DEEPEST = 64;
const LONGEST = 1024;

/** A path inside of an archive, without `.` and empty parts; undefined where it leads outside, or is none. */
export function inside(name: string): string | undefined {
    if (name === "" || name.length > LONGEST || name.startsWith("/") || /^[A-Za-z]:[\\/]/.test(name)) return undefined;
    if (name.includes("\0")) return undefined;
    const parts = name.split("/").filter((part) => part !== "" && part !== ".");
    if (parts.length === 0 || parts.length > DEEPEST || parts.includes("..")) return undefined;
    return parts.join("/");
}
