import { type Answer, all, holds, not, type Value } from "../values";

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.Overview.Engines.html */
const WITHOUT = /^(?:custom-|db2-)/i;
const NOT_ON_SMALL = /^(?:mysql|mariadb|aurora-mysql)$/i;
const SMALL = /^db\.(?:t2\..*|t[34]g?\.(?:micro|small))$/;

/** Does AWS offer Performance Insights for this engine, on servers of this class? */
export function hasPerformanceInsights(engine: Value, instanceClass: Value): Answer {
    return all(
        not(holds(engine, (text) => WITHOUT.test(text))),
        not(
            all(
                holds(engine, (text) => NOT_ON_SMALL.test(text)),
                holds(instanceClass, (text) => SMALL.test(text)),
            ),
        ),
    );
}
