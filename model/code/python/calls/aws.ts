import { OPEN, RUN_TIME, type Said } from "../../calls";
import type { MadeResource, ResourceCall, ResourceClass } from "../../sdk-names";
import type { Core, Place } from "./core";
import { OF_DATA, one, textsOf } from "./flow";
import { parametersOf, saidOf } from "./parameters";
import {
    type Arguments,
    type Asker,
    type Atom,
    allOf,
    type Client,
    type Collection,
    type GivenSlots,
    given,
    isGiven,
    type Member,
    NO_ARGUMENTS,
    NONE,
    type ResourceObject,
    type Session,
    Slot,
    union,
    type Value,
} from "./values";

/** Places of what `client` and `resource` take. */
const OF_CLIENT = [
    "service_name",
    "region_name",
    "api_version",
    "use_ssl",
    "verify",
    "endpoint_url",
    "aws_access_key_id",
    "aws_secret_access_key",
    "aws_session_token",
    "config",
];
const OF_SESSION = [
    "aws_access_key_id",
    "aws_secret_access_key",
    "aws_session_token",
    "region_name",
    "botocore_session",
    "profile_name",
];
/** What botocore's own session takes. */
const OF_CORE_SESSION = ["session_vars", "event_hooks", "include_builtin_handlers", "profile"];
const WHOSE = [
    "endpoint_url",
    "aws_access_key_id",
    "aws_session_token",
    "config",
    "profile_name",
    "profile",
    "botocore_session",
];

/** The role's own credentials, which Lambda sets. */
const OWN_KEYS = /^AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN)$/;
/** Services whose endpoint is an answer of AWS, or of the account's own. */
const OWN_ENDPOINTS =
    /^(?:apigatewaymanagementapi|iot-data|iot-jobs-data|mediaconvert|mediastore-data|kinesis-video-.*|kinesisvideo|cloudsearchdomain|timestream-.*|dax|cloudfront-keyvaluestore|s3control|s3outposts)$/;
const OWN_ADDRESS = /amazonaws\.com|\.api\.aws|\.on\.aws|vpce-/;

/** Methods of every client that ask nothing. */
const QUIET = /^(?:can_paginate|close|exceptions|meta|waiter_names|generate_presigned_cookies|__\w+__)$/;
/** Tokens that a client makes by itself, and the action that whoever shows one needs. */
const TOKENS = /^generate_db_(?:auth_token|connect_auth_token|connect_admin_auth_token)$/;

type Own = "yes" | "no" | "unsure";
export interface Trust {
    readonly own: Own;
    readonly reasons: { readonly credentials?: string; readonly endpoint?: string };
}

/** boto3's sessions, clients and resources. */
export class AwsObjects {
    /** Services of which the program has a client. */
    private readonly services = new Set<string>();
    /** The program loads boto3. */
    isThere = false;

    constructor(private readonly core: Core) {}

    session(args: Arguments, place: Place, isCore = false): Value {
        const made = this.core.make(place, "session", (): Session => ({ is: "session", given: slots() }));
        this.fill(made.given, args, isCore ? OF_CORE_SESSION : OF_SESSION);
        return one(made);
    }

    client(sessions: Value, args: Arguments, place: Place): Value {
        return new Set(this.clients(sessions, args, place));
    }

    resource(sessions: Value, args: Arguments, place: Place): Value {
        const made = this.clients(sessions, args, place).map((client): Atom => {
            if (this.core.names.resources(client.service) === undefined) this.core.open(OPEN.unknownService);
            return this.core.make(
                place,
                `resource ${client.service}`,
                (): ResourceObject => ({
                    is: "object",
                    type: client.service,
                    client,
                    identifiers: new Map(),
                    loaded: true,
                }),
            );
        });
        return new Set(made);
    }

    private clients(sessions: Value, args: Arguments, place: Place): Client[] {
        const { flow, names, entry } = this.core;
        const service = given(args, 0, "service_name");
        const found = new Set<string>();
        let reason: string | undefined = service.size === 0 ? OPEN.service : undefined;
        for (const atom of service) {
            const text =
                atom.is !== "said"
                    ? undefined
                    : atom.said.is === "text"
                      ? atom.said.text
                      : atom.said.is === "variable"
                        ? entry.variables.get(atom.said.name)
                        : undefined;
            const known = text === undefined ? undefined : names.service(text);
            if (text === undefined) reason = OPEN.service;
            else if (known === undefined) reason ??= OPEN.unknownService;
            else found.add(known);
        }
        this.core.openAt(place, "service", reason);
        return [...found].map((name) => {
            this.services.add(name);
            const client = this.core.make(
                place,
                `client ${name}`,
                (): Client => ({ is: "client", service: name, given: slots(), sessions: new Slot() }),
            );
            this.fill(client.given, args, OF_CLIENT);
            flow.write(client.sessions, sessions);
            return client;
        });
    }

    /** A client that a package makes for itself. */
    plain(service: string, sessions: Value, place: Place): Client {
        const client = this.core.make(
            place,
            `own ${service}`,
            (): Client => ({ is: "client", service, given: slots(), sessions: new Slot() }),
        );
        this.core.flow.write(client.sessions, sessions);
        return client;
    }

    private fill(slots: GivenSlots, args: Arguments, places: readonly string[]): void {
        for (const name of WHOSE) {
            const at = places.indexOf(name);
            const slot = slots.get(name);
            if (slot && isGiven(args, at, name)) this.core.flow.write(slot, given(args, at, name));
        }
        const more = slots.get("more");
        if (more && (args.open || args.rest.size > 0 || args.more.size > 0)) this.core.flow.write(more, union(OF_DATA));
    }

    /** Does it ask with the role's own credentials, at AWS's own endpoints? */
    trust(client: Client): Trust {
        const { flow, entry } = this.core;
        const sessions = [...flow.read(client.sessions)].map(
            (session): Own => (session.is === "session" ? this.credentials(session.given) : "yes"),
        );
        const credentials = worst([this.credentials(client.given), both(sessions)]);
        const isSet = [...entry.variables.keys()].some((name) => /^AWS_ENDPOINT_URL/.test(name));
        const endpoint = isSet ? "unsure" : this.endpoint(client);
        return {
            own: credentials === "no" || endpoint === "no" ? "no" : worst([credentials, endpoint]),
            reasons: {
                ...(credentials === "yes" ? {} : { credentials: OPEN.credentials }),
                ...(endpoint === "yes" ? {} : { endpoint: OPEN.endpoint }),
            },
        };
    }

    private credentials(slots: GivenSlots): Own {
        const found: Own[] = [];
        for (const name of ["aws_access_key_id", "aws_session_token", "profile_name", "profile", "botocore_session"])
            for (const atom of this.read(slots, name)) found.push(this.isOwnKey(atom));
        for (const atom of this.read(slots, "config")) {
            const config = atom.is === "box" ? atom.entries.get("signature_version") : undefined;
            for (const version of config === undefined ? [] : this.core.flow.read(config))
                if (version.is === "external" && version.path.endsWith("UNSIGNED")) found.push("no");
        }
        if (this.read(slots, "more").size > 0) found.push("unsure");
        return both(found);
    }

    private isOwnKey(atom: Atom): Own {
        if (atom.is === "session") return worst([this.credentials(atom.given)]);
        if (atom.is === "member" && atom.name === "credentials" && atom.of.is === "session")
            return this.credentials(atom.of.given);
        if (atom.is !== "said" || atom.said.is !== "variable") return "no";
        if (OWN_KEYS.test(atom.said.name)) return "yes";
        return this.core.entry.variables.has(atom.said.name) ? "no" : "unsure";
    }

    private endpoint(client: Client): Own {
        if (OWN_ENDPOINTS.test(client.service)) return "yes";
        const found = [...this.read(client.given, "endpoint_url")].map((atom): Own => {
            if (atom.is !== "said") return "unsure";
            const { said } = atom;
            if (said.is === "text") return OWN_ADDRESS.test(said.text) ? "yes" : "no";
            if (said.is === "joined")
                return said.parts.some((part) => part.is === "text" && OWN_ADDRESS.test(part.text)) ? "yes" : "unsure";
            if (said.is !== "variable") return "unsure";
            const text = this.core.entry.variables.get(said.name);
            if (text === undefined) return "unsure";
            return text === "" || OWN_ADDRESS.test(text) ? "yes" : "no";
        });
        return both(found);
    }

    private read(slots: GivenSlots, name: string): Value {
        const slot = slots.get(name);
        return slot === undefined ? NONE : this.core.flow.read(slot);
    }

    // What they have.

    attribute(of: Session | Client | ResourceObject | Collection | Asker, name: string, place: Place): Value {
        if (/^__get(?:attr|attribute)__$/.test(name)) return one(this.member(of, name));
        if (of.is === "object") return this.ofObject(of, name, place);
        if (of.is === "client" && name === "meta") return one(this.member(of, "meta"));
        return one(this.member(of, name));
    }

    private member(of: Member["of"], name: string): Member {
        return this.core.member(of, name);
    }

    private classOf({ type, client }: ResourceObject): ResourceClass | undefined {
        const names = this.core.names.resources(client.service);
        return type.includes(".") ? names?.classes.get(type.slice(type.indexOf(".") + 1)) : names?.service;
    }

    private ofObject(of: ResourceObject, name: string, place: Place): Value {
        const known = this.classOf(of);
        if (known === undefined) return one(this.member(of, name));
        const identifier =
            of.identifiers.get(name) ?? of.identifiers.get(pascal(name)) ?? this.identifierOf(of, known, name);
        if (identifier !== undefined) return this.core.flow.read(identifier);
        const made = /^[A-Z]/.test(name) ? undefined : known.resources.get(name);
        const takes = made && [...made.identifiers.values()].some(({ is }) => is === "argument");
        if (made !== undefined && !takes) return this.make(of, made, NO_ARGUMENTS, { ...place, node: place.node });
        if (known.collections.has(name))
            return one(
                this.core.make({ ...place, node: of }, name, (): Collection => ({ is: "collection", of, name })),
            );
        if (!this.isMethod(known, name)) {
            this.look(of, name, place);
            return OF_DATA;
        }
        return one(this.member(of, name));
    }

    /** `table_name` and `bucket_name` say the same as `name`. */
    private identifierOf(of: ResourceObject, known: ResourceClass, name: string): Slot | undefined {
        const short = of.type.slice(of.type.indexOf(".") + 1).toLowerCase();
        const own = known.identifiers.find((one) => `${short}_${one.toLowerCase()}` === name);
        return own === undefined ? undefined : of.identifiers.get(own);
    }

    /** An attribute of a method before it is called: `client.meta.region_name`, what an answer has. */
    ofMember(member: Member, name: string): Value {
        const { of } = member;
        if (member.name === "meta" && name === "client") {
            if (of.is === "object") return one(of.client);
            if (of.is === "client") return one(of);
        }
        if (member.name === "meta") return one(this.member(member.of, "meta_"));
        if (of.is === "session" && member.name === "credentials") return one(member);
        return OF_DATA;
    }

    /** An attribute that is no method is asked of AWS at the first look. */
    private look(of: ResourceObject, name: string, place: Place): void {
        const known = this.classOf(of);
        if (known === undefined || of.loaded || this.isMethod(known, name)) return;
        const load = known.load ?? LOADS[of.type];
        if (load) this.asks(of.client, load, of, NO_ARGUMENTS, place, false);
    }

    private isMethod(known: ResourceClass, name: string): boolean {
        return (
            known.actions.has(name) ||
            known.resources.has(name) ||
            known.resources.has(snake(name)) ||
            known.waiters.has(name) ||
            /^(?:load|reload|meta\w*|get_available_subresources|batch_writer|upload_file|upload_fileobj|download_file|download_fileobj|copy|__\w+__)$/.test(
                name,
            )
        );
    }

    // What is called.

    call(
        of: Session | Client | ResourceObject | Collection | Asker,
        name: string,
        args: Arguments,
        place: Place,
        only: boolean,
    ): Value {
        if (/^__get(?:attr|attribute)__$/.test(name)) {
            const texts = textsOf(args.positional[0] ?? NONE);
            this.core.openAt(place, "operation", texts === undefined ? OPEN.operation : undefined);
            return union(...(texts ?? []).map((text) => this.attribute(of, text, place)));
        }
        switch (of.is) {
            case "session":
                return this.callSession(of, name, args, place);
            case "client":
                return this.callClient(of, name, args, place, only);
            case "object":
                return this.callObject(of, name, args, place, only);
            case "collection":
                return this.callCollection(of, name, args, place, only);
            case "asker":
                if (name === "paginate" || name === "wait") this.ask(of.client, of.operation, args, place, only);
                return OF_DATA;
        }
    }

    private callSession(of: Session, name: string, args: Arguments, place: Place): Value {
        switch (name) {
            case "client":
            case "create_client":
                return this.client(one(of), args, place);
            case "resource":
                return this.resource(one(of), args, place);
            case "get_credentials":
            case "get_frozen_credentials":
                return one(this.member(of, "credentials"));
            case "credentials":
                return one(this.member(of, "credentials"));
            case "set_credentials":
            case "set_config_variable":
                if (name === "set_credentials" || textsOf(args.positional[0] ?? NONE)?.includes("profile") !== false) {
                    const slot = of.given.get("profile");
                    if (slot) this.core.flow.write(slot, union(OF_DATA, allOf(args)));
                }
                return NONE;
            default:
                this.core.escape(allOf(args), NONE, place);
                return OF_DATA;
        }
    }

    private callClient(of: Client, name: string, args: Arguments, place: Place, only: boolean): Value {
        const { names } = this.core;
        const operation = names.operation(of.service, name);
        if (operation !== undefined) {
            this.ask(of, operation, args, place, only);
            return OF_DATA;
        }
        if (QUIET.test(name) || name.startsWith("meta")) {
            this.core.escape(allOf(args), NONE, place);
            return OF_DATA;
        }
        switch (name) {
            case "get_paginator":
            case "get_waiter":
                return this.asker(of, name, args, place);
            case "generate_presigned_url":
                return this.presigned(of, args, place, only);
            case "generate_presigned_post":
                this.ask(of, "PutObject", shifted(args, ["Bucket", "Key"], ["Bucket", "Key"]), place, only);
                return OF_DATA;
            case "_make_api_call":
            case "_make_request":
                return this.named(of, args, place, only);
        }
        if (TOKENS.test(name)) {
            this.core.asks(of, name, { parameters: parametersOf(args, this.core), only }, place);
            return OF_DATA;
        }
        const transfer =
            of.service === "s3" ? this.transfer(of, name, args, CLIENT_TRANSFERS, new Map(), place, only) : false;
        if (!transfer) this.core.openAt(place, `unknown ${of.service}`, only ? OPEN.unknownOperation : undefined);
        return OF_DATA;
    }

    /** `client._make_api_call("GetItem", {…})` */
    private named(of: Client, args: Arguments, place: Place, only: boolean): Value {
        const texts = textsOf(args.positional[0] ?? NONE);
        this.core.openAt(place, "named", texts === undefined ? OPEN.operation : undefined);
        for (const text of texts ?? []) this.ask(of, text, spread(args.positional[1] ?? NONE, this.core), place, only);
        return OF_DATA;
    }

    private asker(of: Client, name: string, args: Arguments, place: Place): Value {
        const { names } = this.core;
        const texts = textsOf(given(args, 0, "operation_name", "waiter_name"));
        this.core.openAt(place, `asker ${of.service}`, texts === undefined ? OPEN.operation : undefined);
        const found = (texts ?? []).flatMap((text): Atom[] => {
            const operation =
                name === "get_waiter" ? names.waiter(of.service, text) : names.operation(of.service, text);
            if (operation === undefined) return [];
            return [
                this.core.make(
                    { ...place, node: of },
                    `${name} ${operation}`,
                    (): Asker => ({ is: "asker", client: of, operation }),
                ),
            ];
        });
        return new Set(found);
    }

    private presigned(of: Client, args: Arguments, place: Place, only: boolean): Value {
        const texts = textsOf(given(args, 0, "ClientMethod"));
        this.core.openAt(place, `presigned ${of.service}`, texts === undefined ? OPEN.operation : undefined);
        for (const text of texts ?? []) {
            const operation = this.core.names.operation(of.service, text);
            if (operation !== undefined)
                this.ask(
                    of,
                    operation,
                    spread(given(args, 1, "Params"), this.core),
                    place,
                    only && texts?.length === 1,
                );
        }
        return OF_DATA;
    }

    private ask(
        of: Client,
        operation: string,
        args: Arguments,
        place: Place,
        only: boolean,
        own: ReadonlyMap<string, Said> = new Map(),
    ): void {
        const parameters = parametersOf(args, this.core);
        const all = parameters === undefined && own.size === 0 ? undefined : new Map([...(parameters ?? []), ...own]);
        this.core.asks(of, operation, { parameters: all, only }, place);
        this.core.escape(allOf(args), NONE, place);
    }

    private asks(
        client: Client,
        call: ResourceCall,
        of: ResourceObject,
        args: Arguments,
        place: Place,
        only: boolean,
    ): void {
        this.ask(client, call.operation, args, place, only, this.own(call.parameters, of));
    }

    private own(parameters: ReadonlyMap<string, string>, of: ResourceObject): ReadonlyMap<string, Said> {
        return new Map(
            [...parameters].map(([name, identifier]): [string, Said] => {
                const slot = of.identifiers.get(identifier);
                return [name, slot === undefined ? RUN_TIME : saidOf(this.core.flow.read(slot), this.core)];
            }),
        );
    }

    /** Moves objects. `places`: where the method takes what the operation calls `Bucket` and `Key`. */
    private transfer(
        of: Client,
        name: string,
        args: Arguments,
        places: Readonly<Record<string, readonly string[]>>,
        own: ReadonlyMap<string, Said>,
        place: Place,
        only: boolean,
    ): boolean {
        const known = this.core.names.transfer(name);
        const taken = places[name];
        if (known === undefined || taken === undefined) return false;
        const asked = shifted(args, taken, ["Bucket", "Key", "CopySource"]);
        for (const operation of known.operations) this.ask(of, operation, asked, place, only, own);
        for (const operation of known.perhaps) this.ask(of, operation, asked, place, false, own);
        return true;
    }

    private callObject(of: ResourceObject, name: string, args: Arguments, place: Place, only: boolean): Value {
        const known = this.classOf(of);
        if (known === undefined) {
            this.core.open(OPEN.unknownOperation);
            return OF_DATA;
        }
        // `object.Acl()` takes nothing, and is called all the same.
        const made = known.resources.get(name) ?? known.resources.get(snake(name));
        if (made !== undefined) return this.make(of, made, args, place);
        const action = known.actions.get(name);
        if (action !== undefined) {
            this.asks(of.client, action, of, args, place, only);
            if (action.makes === undefined) return OF_DATA;
            return this.make(of, action.makes, args, place, true);
        }
        if (name === "load" || name === "reload") {
            const load = known.load ?? LOADS[of.type];
            if (load) this.asks(of.client, load, of, NO_ARGUMENTS, place, only);
            return NONE;
        }
        const waiter = known.waiters.get(name);
        if (waiter !== undefined) {
            const operation = this.core.names.waiter(of.client.service, waiter.waiter);
            if (operation === undefined) this.core.open(OPEN.unknownOperation);
            else this.ask(of.client, operation, NO_ARGUMENTS, place, only, this.own(waiter.parameters, of));
            return NONE;
        }
        if (name === "batch_writer") {
            const table = this.own(new Map([["RequestItems{}", "Name"]]), of);
            this.ask(of.client, "BatchWriteItem", NO_ARGUMENTS, place, only, table);
            return one(this.core.box(place, "writer", "boto3.dynamodb.table.BatchWriter()"));
        }
        if (/^(?:get_available_subresources|meta\w*|__\w+__)$/.test(name)) return OF_DATA;
        const own = new Map(
            [...of.identifiers].map(([identifier, slot]): [string, Said] => [
                identifier === "Name" || identifier === "BucketName" ? "Bucket" : identifier,
                saidOf(this.core.flow.read(slot), this.core),
            ]),
        );
        const places =
            of.type === "s3.Bucket"
                ? BUCKET_TRANSFERS
                : of.type === "s3.Object" || of.type === "s3.ObjectSummary"
                  ? OBJECT_TRANSFERS
                  : {};
        if (this.transfer(of.client, name, args, places, own, place, only)) return OF_DATA;
        // A method of what an attribute has: `instance.tags.append()` came as an attribute already.
        if (only) this.core.openAt(place, `unknown ${of.type}`, OPEN.unknownOperation);
        return OF_DATA;
    }

    private make(of: ResourceObject, made: MadeResource, args: Arguments, place: Place, isAnswer = false): Value {
        const type = `${of.client.service}.${made.class}`;
        const object = this.core.make(
            place,
            of,
            (): ResourceObject => ({
                is: "object",
                type,
                client: of.client,
                identifiers: new Map([...made.identifiers.keys()].map((name) => [name, new Slot()])),
                loaded: isAnswer,
            }),
        );
        let at = 0;
        for (const [name, source] of made.identifiers) {
            const slot = object.identifiers.get(name);
            if (slot === undefined) continue;
            if (source.is === "argument") {
                const value = given(args, at++, snake(name), name);
                this.core.flow.write(slot, value);
                if (args.open) this.core.flow.write(slot, OF_DATA);
            } else if (source.is === "identifier") {
                const from = of.identifiers.get(source.name);
                if (from) this.core.flow.write(slot, this.core.flow.read(from));
            } else if (source.is === "parameter") this.core.flow.write(slot, args.named.get(source.name) ?? OF_DATA);
            else this.core.flow.write(slot, OF_DATA);
        }
        return one(object);
    }

    private callCollection(of: Collection, name: string, args: Arguments, place: Place, only: boolean): Value {
        const call = this.classOf(of.of)?.collections.get(of.name);
        if (call === undefined) return OF_DATA;
        this.asks(of.of.client, call, of.of, args, place, only);
        const items = this.items(of, call, place);
        const kind = call.makes && this.core.names.resources(of.of.client.service)?.classes.get(call.makes.class);
        const batch = kind?.batches.get(name);
        if (batch !== undefined) {
            for (const item of items) if (item.is === "object") this.asks(item.client, batch, item, args, place, only);
            return OF_DATA;
        }
        // `filter` gives a collection that can be narrowed again.
        return one(of);
    }

    /** A loop over it asks for it. */
    elements(of: Collection, place: Place): Value {
        const call = this.classOf(of.of)?.collections.get(of.name);
        if (call === undefined) return OF_DATA;
        return this.items(of, call, place);
    }

    private items(of: Collection, call: ResourceCall, place: Place): Value {
        return call.makes === undefined
            ? OF_DATA
            : this.make(of.of, call.makes, NO_ARGUMENTS, { ...place, node: of }, true);
    }

    isAws(is: Atom["is"]): boolean {
        return is === "session" || is === "client" || is === "object" || is === "collection" || is === "asker";
    }

    /**
     * Of several things, those that can be called: a client that has no such method is not the one that is meant. `only`: they ask one operation of
     * one service.
     */
    choice(callee: Value): { able: readonly Atom[]; only: boolean } {
        const all = [...callee];
        if (all.length < 2) return { able: all, only: true };
        const asked = all.map((atom) => this.askedBy(atom));
        if (asked.every((one) => one === undefined)) return { able: all, only: false };
        const able = all.filter(
            (atom, at) => asked[at] !== undefined || !(atom.is === "member" && this.isAws(atom.of.is)),
        );
        const distinct = new Set(able.map((atom) => this.askedBy(atom)));
        return { able, only: distinct.size === 1 };
    }

    /** What a method asks for sure. */
    private askedBy(atom: Atom): string | undefined {
        if (atom.is !== "member") return undefined;
        const { of, name } = atom;
        if (of.is === "client") {
            const own = this.core.names.operation(of.service, name) ?? (CLIENT_METHODS.test(name) ? name : undefined);
            return own && `${of.service} ${own}`;
        }
        if (of.is === "asker") return `${of.client.service} ${of.operation}`;
        if (of.is === "collection") return `${of.of.type} ${of.name} ${name}`;
        if (of.is !== "object") return undefined;
        const known = this.classOf(of);
        return known && this.isMethod(known, name) ? `${of.type} ${name}` : undefined;
    }

    // What is not followed.

    /** Is there a service whose client has such a method? */
    isOperation(name: string): boolean {
        return /^[a-z]+(?:_[a-z\d]+)+$/.test(name) || /^(?:publish|invoke|scan|query)$/.test(name);
    }

    /** May this be a method of one of the program's own clients? */
    mayAsk(name: string, isEmpty: boolean): boolean {
        if (!this.isThere || (!isEmpty && !name.includes("_"))) return false;
        if (CLIENT_METHODS.test(name) && name !== "copy") return true;
        const services = this.services.size > 0 ? [...this.services] : COMMON;
        return services.some((service) => this.core.names.operation(service, name) !== undefined);
    }
}

/** Services of clients that may have come from where they are not followed. */
const COMMON = [
    ...["s3", "dynamodb", "sqs", "sns", "lambda", "ssm", "secretsmanager", "events", "stepfunctions", "kinesis"],
    ...["ec2", "ecs", "kms", "cognito-idp", "ses", "bedrock-runtime", "rds-data", "athena", "glue", "iam", "sts"],
];
const CLIENT_METHODS =
    /^(?:get_paginator|get_waiter|batch_writer|generate_(?:presigned|db)_\w+|(?:up|down)load_\w+|copy|_make_\w+)$/;

/** What boto3 has added to its models. Source: boto3/s3/inject.py */
const LOADS: Readonly<Record<string, ResourceCall>> = {
    "s3.Bucket": { operation: "ListBuckets", parameters: new Map(), makes: undefined },
    "s3.ObjectSummary": {
        operation: "HeadObject",
        parameters: new Map([
            ["Bucket", "BucketName"],
            ["Key", "Key"],
        ]),
        makes: undefined,
    },
};

const CLIENT_TRANSFERS: Readonly<Record<string, readonly string[]>> = {
    upload_file: ["Filename", "Bucket", "Key"],
    upload_fileobj: ["Fileobj", "Bucket", "Key"],
    download_file: ["Bucket", "Key", "Filename"],
    download_fileobj: ["Bucket", "Key", "Fileobj"],
    copy: ["CopySource", "Bucket", "Key"],
};
const BUCKET_TRANSFERS: Readonly<Record<string, readonly string[]>> = {
    upload_file: ["Filename", "Key"],
    upload_fileobj: ["Fileobj", "Key"],
    download_file: ["Key", "Filename"],
    download_fileobj: ["Key", "Fileobj"],
    copy: ["CopySource", "Key"],
};
const OBJECT_TRANSFERS: Readonly<Record<string, readonly string[]>> = {
    upload_file: ["Filename"],
    upload_fileobj: ["Fileobj"],
    download_file: ["Filename"],
    download_fileobj: ["Fileobj"],
    copy: ["CopySource"],
};

/** The same by name, and of that only what is wanted. */
function shifted(args: Arguments, places: readonly string[], wanted: readonly string[]): Arguments {
    const named = new Map<string, Value>();
    for (const name of wanted) {
        const at = places.indexOf(name);
        if (isGiven(args, at, name)) named.set(name, given(args, at, name));
        else if (at !== -1 && (args.rest.size > 0 || args.open)) named.set(name, OF_DATA);
    }
    return { ...NO_ARGUMENTS, named };
}

/** What a mapping has, as if it was given by name. */
function spread(value: Value, core: Core): Arguments {
    const named = new Map<string, Value>();
    let open = false;
    for (const atom of value) {
        if (atom.is !== "box") open = true;
        else {
            core.flow.read(atom.shape);
            for (const [key, slot] of atom.entries) {
                const item = core.flow.read(slot);
                if (item.size > 0) named.set(key, union(named.get(key) ?? NONE, item));
            }
            if (core.flow.read(atom.rest).size > 0) open = true;
        }
    }
    return { ...NO_ARGUMENTS, named, open };
}

function slots(): GivenSlots {
    return new Map([...WHOSE, "more"].map((name) => [name, new Slot()]));
}

function worst(all: readonly Own[]): Own {
    if (all.includes("no")) return "no";
    return all.includes("unsure") ? "unsure" : "yes";
}

/** What holds of one of these, whichever it is. */
function both(all: readonly Own[]): Own {
    return all.includes("no") && all.some((one) => one !== "no") ? "unsure" : worst(all);
}

function pascal(name: string): string {
    return name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function snake(name: string): string {
    return name.replace(/([a-z\d])([A-Z])/g, "$1_$2").toLowerCase();
}
