import type { Machine } from "./machine";
import { opaque, textOf, type Value } from "./values";

/** The addresses of a Django project: its settings name the module that lists them. Source: Django's documentation, URL dispatcher. */
export class Django {
    /** What the program gave `settings.configure`. */
    configured: ReadonlyMap<string, Value> | undefined;

    constructor(private readonly variable: (name: string) => string | undefined) {}

    /** Undefined where it is not in the code. */
    patterns(machine: Machine): Value | undefined {
        const named = this.configured?.get("ROOT_URLCONF") ?? this.fromSettings(machine);
        return named === undefined ? undefined : this.included(named, machine);
    }

    private fromSettings(machine: Machine): Value | undefined {
        const name = this.variable("DJANGO_SETTINGS_MODULE");
        return name === undefined ? undefined : machine.load(name)?.scope.names.get("ROOT_URLCONF");
    }

    included(of: Value, machine: Machine): Value | undefined {
        const name = textOf(of);
        // A script's own name, where the module that runs is its own list of addresses.
        const module = of.is === "module" ? of : name === undefined ? undefined : machine.load(name);
        return module === undefined ? undefined : (module.scope.names.get("urlpatterns") ?? opaque);
    }
}
