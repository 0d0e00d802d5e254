import { type Entrance, type GroupRule, opensWebAlone, placeOfRule, type SecurityGroup } from "../model/graph";
import { placeCause } from "./plain-text-rule";

/** Policies that find fault with one rule of a security group speak of one thing. */
export function ruleCause(rule: GroupRule): string {
    return placeCause(rule.resource.urn, placeOfRule(rule));
}

/** What a way in leads on to is the fault of the rule that lets the internet in. Nobody finds fault with one that opens the web alone. */
export function entranceCause({ rule }: Entrance): string | undefined {
    return opensWebAlone(rule) ? undefined : ruleCause(rule);
}

/** Rules that open a group only together are one thing too, whichever of them is named. */
export function togetherCause({ key }: SecurityGroup): string {
    return `${key} together`;
}
