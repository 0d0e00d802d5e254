/** Symbols of 16 by 16, drawn with lines, as paths of SVG; a severity's shape is filled. */
import type { NodeKind, Severity } from "./data";

export const SEVERITY_SHAPES: Readonly<
    Record<Severity, { readonly path: string; readonly isLine?: true; readonly on?: string }>
> = {
    critical: { path: "M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z", on: "M5.5 5.5l5 5m0-5l-5 5" },
    high: { path: "M8 1.2L15.4 14.6H.6z", on: "M8 6v4m0 2.2v.1" },
    medium: { path: "M8 1.4L14.6 8 8 14.6 1.4 8zM8 6.2L9.8 8 8 9.8 6.2 8z", isLine: true },
    low: { path: "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z", isLine: true },
};

const PERSON = "M8 2.2a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2zM3 14c.4-3 2.4-4.6 5-4.6s4.6 1.6 5 4.6";

export const KIND_SYMBOLS: Readonly<Record<NodeKind, string>> = {
    account: "M4.5 12.5a3.2 3.2 0 0 1-.2-6.4 4.2 4.2 0 0 1 8.1 1A2.8 2.8 0 0 1 12 12.5z",
    api: "M5.5 4.5L2 8l3.5 3.5M10.5 4.5L14 8l-3.5 3.5M9.2 3.5L6.8 12.5",
    bucket: "M2.5 4c0-1 2.5-1.8 5.5-1.8s5.5.8 5.5 1.8-2.5 1.8-5.5 1.8S2.5 5 2.5 4zM2.5 4L4 12.5c.2.8 1.9 1.4 4 1.4s3.8-.6 4-1.4L13.5 4",
    cache: "M9 1.5L3.5 9H8l-1 5.5L12.5 7H8z",
    database:
        "M3 3.8C3 2.8 5.2 2 8 2s5 .8 5 1.8-2.2 1.8-5 1.8-5-.8-5-1.8zM3 3.8v8.4c0 1 2.2 1.8 5 1.8s5-.8 5-1.8V3.8M3 8c0 1 2.2 1.8 5 1.8s5-.8 5-1.8",
    distribution: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
    event: "M2 8h3l1.8-4.5L9.5 12.5 11 8h3",
    "file-system": "M2 4h4.5L8 5.5h6V13H2z",
    function: "M4 2.5h2.2L12 13.5M7.4 6.5L3.8 13.5",
    group: `${PERSON}M12.5 3.2a2.3 2.3 0 0 1 0 4M14.8 12.8c-.1-1.5-.6-2.6-1.4-3.4`,
    instance: "M4 4h8v8H4zM6 1.8V4M10 1.8V4M6 12v2.2M10 12v2.2M1.8 6H4M1.8 10H4M12 6h2.2M12 10h2.2",
    internet: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM2 8h12M8 2c4 3.5 4 8.5 0 12M8 2C4 5.5 4 10.5 8 14",
    key: "M5.2 7.2a3.3 3.3 0 1 1 0 1.6zM8.4 8H14.5v2.5M12 8v2",
    "key-holder": "M5.2 7.2a3.3 3.3 0 1 1 0 1.6zM8.4 8H14.5v2.5M12 8v2",
    log: "M3 3.5h10M3 6.5h10M3 9.5h7M3 12.5h5",
    other: "M3 3h10v10H3z",
    people: "M6 3a2.3 2.3 0 1 1 0 4.6A2.3 2.3 0 0 1 6 3zM1.5 13.2c.3-2.6 2-4 4.5-4s4.2 1.4 4.5 4M10.5 3.2a2.3 2.3 0 0 1 0 4.2M12 9.6c1.5.5 2.4 1.7 2.6 3.6",
    pipeline:
        "M4 4.8a1.5 1.5 0 1 1 0-3 1.5 1.5 0 0 1 0 3zM4 14.2a1.5 1.5 0 1 1 0-3 1.5 1.5 0 0 1 0 3zM12 6.8a1.5 1.5 0 1 1 0-3 1.5 1.5 0 0 1 0 3zM4 4.8v6.4M12 6.8c0 2.6-3 2.4-8 3",
    pool: "M2 3.5h12v9H2zM5.5 6a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6zM3.6 10.8c.2-1 .9-1.5 1.9-1.5s1.7.5 1.9 1.5M9.5 6.5h3M9.5 9h2",
    port: "M4 14V2.5h8V14M2.5 14h11M9.8 8.3v.1",
    queue: "M2 5h3.5v6H2zM6.2 5h3.5v6H6.2zM10.5 5H14v6h-3.5z",
    role: "M8 1.8l5 1.7v4c0 3.2-2 5.6-5 6.7-3-1.1-5-3.5-5-6.7v-4z",
    schedule: "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3",
    secret: "M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2M8 9.5v1.5",
    service: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 4.5V8l2.5 1.5",
    "state-machine": "M2 2.5h4.5V6H2zM9.5 10H14v3.5H9.5zM4.2 6v5.8h5.3",
    stream: "M2 4.5c2-1.5 4 1.5 6 0s4 1.5 6 0M2 8c2-1.5 4 1.5 6 0s4 1.5 6 0M2 11.5c2-1.5 4 1.5 6 0s4 1.5 6 0",
    table: "M2 3h12v10H2zM2 6.3h12M2 9.7h12M6 3v10",
    topic: "M2.5 6.5v3L5 10l6.5 3V3L5 6zM5 10.2l.8 3.3h1.7l-.7-2.5M13.3 6.5v3",
    trigger: "M9 1.5L3.5 9H8l-1 5.5L12.5 7H8z",
    url: "M7 9a2.7 2.7 0 0 0 4 .2l2-2a2.7 2.7 0 0 0-3.9-3.9l-1 1M9 7a2.7 2.7 0 0 0-4-.2l-2 2a2.7 2.7 0 0 0 3.9 3.9l1-1",
    user: PERSON,
    wild: "M8 2v12M2.8 5l10.4 6M13.2 5L2.8 11",
    workload: "M2.5 4.5L8 2l5.5 2.5v7L8 14l-5.5-2.5zM2.5 4.5L8 7l5.5-2.5M8 7v7",
};

export const SYMBOLS = {
    search: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.3 10.3L14 14",
    theme: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 2v12",
    print: "M4.5 6V2h7v4M4.5 11H2.5V6h11v5h-2M4.5 9.5h7V14h-7z",
    copy: "M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1",
    back: "M10 3L5 8l5 5",
    close: "M4 4l8 8M12 4l-8 8",
    plus: "M8 3v10M3 8h10",
    minus: "M3 8h10",
    fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
    target: "M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3M8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4z",
    layers: "M8 2l6 3-6 3-6-3zM2 8l6 3 6-3M2 11l6 3 6-3",
    help: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM6.2 6.3a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.7-.8 1.3M8 11.3v.1",
    overview: "M2 3h12v10H2zM8 7.5h4.5v4H8z",
    elsewhere: "M6 4H3v9h9v-3M9 3h4v4M13 3L7.5 8.5",
    tick: "M3 8.5L6.5 12 13 4.5",
    pin: "M8 14.5C5 11 3.5 8.8 3.5 6.5a4.5 4.5 0 0 1 9 0C12.5 8.8 11 11 8 14.5zM8 5a1.6 1.6 0 1 1 0 3.2A1.6 1.6 0 0 1 8 5z",
    network: "M6 2.5h4V6H6zM2 10.5h4V14H2zM10 10.5h4V14h-4zM8 6v2.2M4 10.5V8.2h8v2.3",
    mark: "M1 8h3.5L7 2.5 9.5 13 11.5 8H15",
} as const;
