import type { ReportViolation, StackValidationArgs, StackValidationPolicy } from "@pulumi/policy";
import { type ResourceRecord, Stack, StackOutputs } from "../model/graph";
import { Value } from "../model/values";
import type { JournalCheck } from "./journal";
import { policyMetadata } from "./metadata";
import type { Options } from "./options";
import { type StackRule, typesOf } from "./rule";
import {
    configurationOf,
    each,
    environmentOf,
    failed,
    judged,
    type RuleConfiguration,
    report,
    type Session,
    type Subject,
    withExemptions,
} from "./run";
import { givenUnknowns, providerMajor, type StackResource, wholeStack } from "./sdk";
import { speakersOf } from "./speakers";

/** Builds the graph of an analysis once, for all stack policies of it. */
export type GraphOf = (args: StackValidationArgs) => Stack;

/** Makes the SDK's policy of a rule on the graph. */
export function stackPolicy(rule: StackRule, session: Session, graphOf: GraphOf): StackValidationPolicy {
    const tokens = new Set(typesOf(rule).map((type) => type.token));
    const configuration = configurationOf(rule, session);
    const validate = (args: StackValidationArgs, reportViolation: ReportViolation): void => {
        const { types } = wholeStack(args.resources);
        if (![...tokens].some((token) => types.has(token))) {
            args.notApplicable(`Policy only applies to stacks with ${[...tokens].join(" or ")}`);
        }
        const { judgements, checks } = check(rule, session, args, graphOf, configuration(args));
        session.ledger.record(rule.id, "", judgements, checks);
        report(rule, checks, reportViolation);
    };
    // With one needed type the SDK itself skips stacks without it, before it reads any resource.
    const [only, ...more] = tokens;
    const validateStack = more.length === 0 ? Object.assign(validate, { __pulumiType: only }) : validate;
    return { ...policyMetadata(rule), validateStack };
}

function check(
    rule: StackRule,
    session: Session,
    args: StackValidationArgs,
    graphOf: GraphOf,
    configuration: RuleConfiguration<Options>,
): { judgements: number; checks: readonly JournalCheck[] } {
    const { root } = wholeStack(args.resources);
    let judgements = 0;
    const found = new Found();
    const keep = (check: JournalCheck | undefined, subject: Subject, cause?: unknown): void => {
        if (!check || session.ledger.speakers.hasSaid(rule.id, cause)) return;
        const covered = withExemptions(check, subject, configuration.exemptions, session.today());
        const settled = speakersOf(graphOf(args), session.ledger.speakers).heard(covered, cause);
        found.add(settled);
    };
    try {
        const environment = environmentOf(root.urn, args.stackTags, session);
        const context = { options: configuration.options, environment };
        each(rule.check(graphOf(args), context), (judgement) => {
            judgements += 1;
            keep(judged(rule, judgement.resource, judgement), judgement.resource, judgement.cause);
        });
    } catch (error) {
        // What the rule had found before it stopped stays found.
        keep(failed(rule, root, error), root);
    }
    const misfits = configuration.misfits.map((misfit) => failed(rule, root, misfit));
    return { judgements: Math.max(judgements, 1), checks: [...misfits, ...found.checks()] };
}

/** What a rule has found; what it says of a resource twice in the same words counts once, as it was said last. */
class Found {
    readonly #byUrn = new Map<string, JournalCheck[]>();

    add(check: JournalCheck): void {
        const { urn, verdict, message } = check;
        const others = this.#byUrn.get(urn);
        if (!others) {
            this.#byUrn.set(urn, [check]);
            return;
        }
        const same = others.findIndex((one) => one.verdict === verdict && one.message === message);
        others[same < 0 ? others.length : same] = check;
    }

    /** In the order of their resources' URNs. */
    checks(): readonly JournalCheck[] {
        return [...this.#byUrn].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, checks]) => checks);
    }
}

/**
 * All stack policies of one AnalyzeStack call run in one turn of the event loop when they are synchronous, so what the
 * first builds serves the others and is dropped when the loop turns.
 */
export function graphPerTurn(session: Session): GraphOf {
    let current: { readonly stack: Stack; readonly last: string | undefined; readonly size: number } | undefined;
    return (args) => {
        const { resources } = wholeStack(args.resources);
        const [size, last] = [resources.length, resources.at(-1)?.urn];
        if (!current || current.size !== size || current.last !== last) {
            const records = resources.map((resource) => new SeenResource(resource, session));
            current = { stack: new Stack(records, session.today(), session.ledger.seesSecrets), last, size };
            setImmediate(() => {
                current = undefined;
            });
        }
        return current.stack;
    };
}

/** A resource as the graph takes it; of a stack's thousands, only that is made which somebody asks for. */
class SeenResource implements ResourceRecord {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly protect: boolean;
    readonly parent: string | undefined;
    readonly dependencies: readonly string[];

    constructor(
        private readonly resource: StackResource,
        private readonly session: Session,
    ) {
        this.urn = resource.urn;
        this.type = resource.type;
        this.name = resource.name;
        this.protect = resource.protect;
        this.parent = resource.parent;
        this.dependencies = resource.dependencies;
    }

    get root(): Value {
        return rootOf(this.resource, this.session);
    }

    get providerMajor(): number | undefined {
        return providerMajor(this.resource);
    }

    get givenUnknowns(): ReadonlySet<string> | undefined {
        return givenUnknowns(this.urn);
    }

    get propertyDependencies(): StackResource["propertyDependencies"] {
        return this.resource.propertyDependencies;
    }
}

function rootOf(resource: StackResource, session: Session): Value {
    const isStack = resource.type === StackOutputs.token;
    const secrets = isStack ? resource.secrets : session.ledger.secretsOf(resource.urn);
    // Of outputs whose marks nobody shows, none is known to be open.
    const properties = isStack && !secrets ? {} : resource.props;
    return new Value(properties, "", { resource: resource.name, ...(secrets && { secrets }) });
}
