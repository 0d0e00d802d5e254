import type { ReportViolation, ResourceValidationArgs, ResourceValidationPolicy } from "@pulumi/policy";
import { inputsOf, Value } from "../model/values";
import type { Environment } from "./environment";
import type { JournalCheck } from "./journal";
import { policyMetadata } from "./metadata";
import type { Options, OptionValues } from "./options";
import { type ResourceContext, type Rule, typesOf } from "./rule";
import {
    configurationOf,
    each,
    environmentOf,
    failed,
    judged,
    type RuleConfiguration,
    report,
    type Session,
    withExemptions,
} from "./run";
import { providerMajor, rawProperties } from "./sdk";

/** Makes the SDK's policy of a rule on single resources. */
export function resourcePolicy(rule: Rule, session: Session): ResourceValidationPolicy {
    const tokens = new Set(typesOf(rule).map((type) => type.token));
    const [only, ...more] = tokens;
    const configuration = configurationOf(rule, session);
    const validate = (args: ResourceValidationArgs, reportViolation: ReportViolation): void => {
        if (!tokens.has(args.type) && !(rule.everywhere && args.type.startsWith("aws:"))) return;
        const checks = check(rule, session, args, configuration(args));
        session.ledger.record(rule.id, args.urn, 1, checks);
        report(rule, checks, reportViolation);
    };
    // The SDK tells types apart before it reads a resource only for a single function of a single type.
    const isOfOne = more.length === 0 && !rule.everywhere;
    const validateResource = isOfOne ? Object.assign(validate, { __pulumiType: only }) : validate;
    const policy = { ...policyMetadata(rule), validateResource };
    if (!isOfOne && !rule.everywhere) severalTypes.set(policy, tokens);
    return policy;
}

/** The types of policies that have several; none of those that judge every type. */
export const severalTypes = new WeakMap<object, ReadonlySet<string>>();

interface Root {
    readonly secrets: ReadonlySet<string> | undefined;
    readonly root: Value;
    readonly inputs: ReturnType<typeof inputsOf>;
}
/** By the tree, which all policies of one call share. */
const roots = new WeakMap<object, Root>();

function rootOf(args: ResourceValidationArgs, session: Session): Root {
    const properties = rawProperties(args.props);
    const secrets = session.ledger.secretsOf(args.urn);
    const known = roots.get(properties);
    if (known && known.secrets === secrets) return known;
    const root = new Value(properties, "", secrets ? { secrets } : {});
    const found = { secrets, root, inputs: inputsOf(root) };
    roots.set(properties, found);
    return found;
}

/** What a rule is told besides the inputs. */
class SeenContext implements ResourceContext<Options> {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly protect: boolean;

    constructor(
        private readonly args: ResourceValidationArgs,
        readonly root: Value,
        readonly today: Date,
        readonly options: OptionValues<Options>,
        readonly environment: Environment,
    ) {
        this.urn = args.urn;
        this.type = args.type;
        this.name = args.name;
        this.protect = args.opts.protect;
    }

    get providerMajor(): number | undefined {
        return providerMajor(this.args);
    }
}

function check(
    rule: Rule,
    session: Session,
    args: ResourceValidationArgs,
    configuration: RuleConfiguration<Options>,
): readonly JournalCheck[] {
    const { root, inputs } = rootOf(args, session);
    const { options, exemptions } = configuration;
    const found = new Map<string, JournalCheck>();
    const keep = (check: JournalCheck | undefined, cause?: unknown): void => {
        if (!check) return;
        const covered = withExemptions(check, args, exemptions, session.today());
        const settled = session.ledger.speakers.said(covered, cause);
        found.set(`${settled.verdict} ${settled.message}`, settled);
    };
    try {
        const environment = environmentOf(args.urn, args.stackTags, session);
        const context = new SeenContext(args, root, session.today(), options, environment);
        const subject = { urn: context.urn, name: context.name, root };
        each(rule.check(inputs, context), (judgement) => keep(judged(rule, subject, judgement), judgement.cause));
    } catch (error) {
        // What the rule had found before it stopped stays found.
        keep(failed(rule, args, error));
    }
    const misfits = configuration.misfits.filter(({ message }) => session.ledger.firstTime(message));
    return [...misfits.map((misfit) => failed(rule, args, misfit)), ...found.values()];
}
