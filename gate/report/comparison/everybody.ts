/** Who else is meant where somebody is let in, by the ids that the nodes of a drawing have. */

const EVERYBODY: readonly string[] = ["outside:internet", "outside:any-account"];

/** Those whose being let in includes him: himself, everybody, and of a service that acts for this account one that acts for any. */
export function includersOf(id: string): readonly string[] {
    const service = /^outside:service:(.*)$/.exec(id)?.[1];
    return [id, ...EVERYBODY.filter((one) => one !== id), ...(service === undefined ? [] : [`outside:any:${service}`])];
}
