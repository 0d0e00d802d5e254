export { compareDrawings, compared } from "./compare";
export { type ComparisonText, comparisonText, GONE_TITLE, type Line, type Section } from "./lines";
export type { Against, Comparison } from "./model";
