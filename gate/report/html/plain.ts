/** The page without script, and on paper: everything that it tells, as text. */
import type {
    GrantedResource,
    PageBoundary,
    PageFinding,
    PageGrant,
    PageOpen,
    PageWay,
    StackData,
} from "./common/data";
import type { StackList } from "./common/list-data";
import { type Lookup, lookup } from "./common/lookup";
import { cut } from "./common/shown";
import { count, eachOf, levelWords, openWords, SEVERITY_NAMES, sentence, verdictOf, wayTitle } from "./common/words";
import { type Markup, markup } from "./markup";
import { picture } from "./picture";
import { pictureSymbols } from "./picture-node";
import { plainChanges } from "./plain-changes";
import { stackName } from "./plain-text";

export function plain(stacks: readonly StackData[], list: StackList | undefined): Markup {
    return markup`${stacks.some(({ isDrawn }) => isDrawn) && pictureSymbols()}${list && overStacks(list)}${stacks.map((data) => plainStack(data, list !== undefined))}`;
}

function overStacks({ stacks, failures, shard }: StackList): Markup {
    const isCompared = stacks.some(({ newly }) => newly !== undefined);
    const which = shard ? `, shard ${shard.index} of ${shard.total}` : "";
    return markup`<h1>${count(stacks.length, "stack")}${which}</h1>
<table><thead><tr><th>Stack</th><th>Stops</th><th>Critical</th><th>High</th><th>Medium</th><th>Low</th><th>Ways in</th>${isCompared && markup`<th>Newly allowed</th>`}</tr></thead><tbody>${stacks.map(
        (row) =>
            markup`<tr><td>${stackName(row)}</td><td>${row.stops}</td>${Object.values(row.severities).map((many) => markup`<td>${many}</td>`)}<td>${row.ways}</td>${isCompared && markup`<td>${row.newly ?? 0}</td>`}</tr>`,
    )}</tbody></table>
${failures.length > 0 && markup`<h2>Not judged</h2><ul>${failures.map(({ at, why }) => markup`<li><b>${at}</b>: ${why}</li>`)}</ul>`}`;
}

function plainStack(data: StackData, isOneOfSeveral: boolean): Markup {
    const look = lookup(data);
    const { title, strong, rest, newly } = verdictOf(data);
    const head = markup`<p class="of">${stackName(data)}</p><h1>${title}</h1><p>${strong.length > 0 && markup`<b>${strong.join(", ")}.</b> `}${rest}${newly !== undefined && ` ${newly}.`}</p>`;
    const parts: readonly (Markup | false)[] = [
        data.isDrawn && data.nodes.length > 0 && picture(look),
        data.changes !== undefined && plainChanges(data.changes),
        part("Open ways in", data.ways.length, markup`<ol>${data.ways.map((way) => wayItem(look, way))}</ol>`),
        part("Findings", data.findings.length, markup`${data.findings.map((one) => article(data, one))}`),
        part(
            "Gone since the baseline",
            data.gone?.length ?? 0,
            markup`<ul>${data.gone?.map(({ policy, resource, at, count: many }) => markup`<li><code>${policy}</code> at ${resource}${at !== "" && `, ${at}`}${many > 1 && ` (${many})`}</li>`)}</ul>`,
        ),
        part(
            "What each role may do",
            data.roles.length,
            markup`${data.roles.map(({ node, grants, boundary }) => markup`<h3>${look.nameOf(node)}</h3><ul>${grants.map((grant) => grantItem(look, grant))}</ul>${boundary && boundaryItem(look, boundary)}`)}`,
        ),
        part("Undecided", data.undecided.length, openList(data.undecided)),
        part("Exempted", data.exempted.length, openList(data.exempted)),
        part(
            "Not seen",
            data.notSeen.length,
            markup`<ul>${data.notSeen.map(({ name, what, place }) => markup`<li><b>${name}</b>: ${what}${place !== undefined && ` (${place})`}</li>`)}</ul>`,
        ),
        part("Policies", data.policies.length, policyTable(data)),
    ];
    const note = `${data.tool === "" ? "" : `${data.tool}. `}It shows what policies allow, not what code does. This file asks nothing of any network.`;
    return markup`<section${isOneOfSeveral && markup` class="stack"`}>${head}${parts.map((one) => one)}<p class="note">${note}</p></section>`;
}

function part(title: string, many: number, inner: Markup): Markup | false {
    return many > 0 && markup`<h2>${title} (${many})</h2>${inner}`;
}

function wayItem(look: Lookup, way: PageWay): Markup {
    const fix = look.findings.get(way.fix ?? "")?.fix ?? way.closes;
    const ends = way.ends.map(look.nameOf).join(", ");
    return markup`<li><b>${wayTitle(look.nameOf, way)}</b>${way.severity && ` (${SEVERITY_NAMES[way.severity].toLowerCase()})`}: ${[...way.chain.map(look.nameOf), ends].filter((one) => one !== "").join(" → ")}.${fix !== "" && markup` <b>Close it:</b> ${fix}`}</li>`;
}

function article(data: StackData, finding: PageFinding): Markup {
    const policy = data.policies[finding.policy];
    const own = (one: PageFinding) =>
        markup`${one.at !== "" && markup`<code>${one.at}</code> `}${one.fact}${!/[.!?…]$/.test(one.fact) && "."}`;
    const { severity, fix, note, place, declaredBy, also = [] } = finding;
    return markup`<article class="s-${severity}"><h3>${SEVERITY_NAMES[severity]}: ${policy?.title ?? ""}</h3>
<p><b>${finding.name}</b> ${finding.type} · ${levelWords(finding)}${place !== undefined && markup` · <code>${place}</code>`}${declaredBy !== undefined && ` in ${declaredBy}`}</p>
<p>${own(finding)}${policy && policy.why !== "" && ` ${policy.why}`}</p>${fix !== "" && markup`<p><b>Fix:</b> ${fix}</p>`}${note !== undefined && markup`<p>Note: ${sentence(note)}</p>`}
${also.map((one) => markup`<p>Also <code>${data.policies[one.policy]?.name ?? ""}</code> at ${one.name} (${one.severity}): ${own(one)}${one.fix !== fix && ` ${one.fix}`}</p>`)}<p class="note">${policy?.name ?? ""}</p></article>
`;
}

function grantItem(
    look: Lookup,
    { effect, isNot, actions, resources, excepted = [], condition, policy, statement, managed }: PageGrant,
): Markup {
    const named = ({ node, pattern = "", part: within = "" }: GrantedResource) =>
        node === undefined ? pattern : `${look.nameOf(node)}${within}`;
    const on = resources.map(named);
    return markup`<li>${effect === "Deny" && "Denied: "}${isNot && "All actions but "}<code>${cut(actions.join(", "), 600)}</code> on ${cut(on.join(", "), 600)}${excepted.length > 0 && ` but ${cut(excepted.map(named).join(", "), 600)}`}${condition.length > 0 && markup`, if <code>${condition.join(", ")}</code>`} <small>${managed ?? `${policy.type} ${policy.name}`} › ${statement}</small></li>`;
}

function boundaryItem(look: Lookup, { name, grants }: PageBoundary): Markup {
    const head = `At most what its permissions boundary${name === "" ? "" : ` ${name}`} lets through`;
    if (!grants) return markup`<p>${head}, which cannot be read.</p>`;
    return markup`<p>${head}:</p><ul>${grants.map((grant) => grantItem(look, grant))}</ul>`;
}

function openList(list: readonly PageOpen[]): Markup {
    return markup`<ul>${list.map((one) => markup`<li><code>${one.policy}</code> at <b>${one.name}</b>${one.at !== "" && `, ${one.at}`}: ${openWords(one)}${one.place !== undefined && ` (${one.place})`}</li>`)}</ul>`;
}

function policyTable({ policies, findings }: StackData): Markup {
    const found = new Map<number, number>();
    for (const { policy } of eachOf(findings)) found.set(policy, (found.get(policy) ?? 0) + 1);
    const said = policies.map((policy, index) => ({ ...policy, found: found.get(index) ?? 0 }));
    const silent = said.filter((one) => one.found === 0);
    return markup`<table><thead><tr><th>Policy</th><th>Severity</th><th>Findings</th></tr></thead><tbody>${said
        .filter((one) => one.found > 0)
        .map(
            ({ name, severity, found: many }) =>
                markup`<tr><td><code>${name}</code></td><td>${severity}</td><td>${many}</td></tr>`,
        )}</tbody></table>${silent.length > 0 && markup`<p>Without findings: ${silent.map(({ name }) => name).join(", ")}.</p>`}`;
}
