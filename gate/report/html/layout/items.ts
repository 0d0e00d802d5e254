/** What stands in the lanes of one section: nodes, and slots by which long edges pass through. */
export const LANE_COUNT = 5;
/** The height of a slot. */
const SLOT = 12;

export interface LayoutNode {
    readonly id: string;
    readonly lane: number;
    readonly height: number;
    /** The id of the section that it stands in. */
    readonly section: string;
}

export interface LayoutEdge {
    readonly id: string;
    readonly from: string;
    readonly to: string;
}

export interface Item {
    readonly lane: number;
    readonly height: number;
    readonly node?: LayoutNode;
    /** The edge that passes, where it is a slot. */
    readonly edge?: string;
    /** Items of the lanes before and behind that it is joined to, by an edge or a part of one. */
    readonly before: Item[];
    readonly behind: Item[];
    /** From above, of its middle. */
    y: number;
}

export interface Lanes {
    readonly lanes: readonly Item[][];
    /** The slots of an edge, by lane. */
    readonly slots: ReadonlyMap<string, ReadonlyMap<number, Item>>;
}

/** The items of a section. An edge that comes from elsewhere passes through the section that it ends in. */
export function itemsOf(
    section: string,
    nodes: readonly LayoutNode[],
    edges: readonly LayoutEdge[],
    sectionOf: (id: string) => LayoutNode | undefined,
): Lanes {
    const lanes: Item[][] = Array.from({ length: LANE_COUNT }, () => []);
    const items = new Map<string, Item>();
    const put = (one: Pick<Item, "lane" | "height" | "node" | "edge">): Item => {
        const item: Item = { ...one, before: [], behind: [], y: 0 };
        lanes[one.lane]?.push(item);
        return item;
    };
    for (const node of nodes) items.set(node.id, put({ lane: node.lane, height: node.height, node }));
    const slots = new Map<string, Map<number, Item>>();
    for (const edge of edges) {
        const ends = [sectionOf(edge.from), sectionOf(edge.to)] as const;
        const [left, right] = (ends[0]?.lane ?? 0) <= (ends[1]?.lane ?? 0) ? ends : [ends[1], ends[0]];
        if (!left || !right || left.lane === right.lane) continue;
        const home = ends[1]?.section;
        let last = items.get(left.id);
        for (let lane = left.lane + 1; lane <= right.lane; lane += 1) {
            const isEnd = lane === right.lane;
            if (!isEnd && home !== section) continue;
            const here = isEnd ? items.get(right.id) : put({ lane, height: SLOT, edge: edge.id });
            if (here && !isEnd) {
                const own = slots.get(edge.id) ?? new Map<number, Item>();
                slots.set(edge.id, own.set(lane, here));
            }
            if (here && last && here.lane === last.lane + 1) join(last, here);
            last = here;
        }
    }
    return { lanes, slots };
}

function join(left: Item, right: Item): void {
    left.behind.push(right);
    right.before.push(left);
}
