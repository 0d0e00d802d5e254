export { compareDrawings, compared } from "./compare";
export { type ComparisonText, comparisonText } from "./lines";
export type { Against, Comparison } from "./model";
