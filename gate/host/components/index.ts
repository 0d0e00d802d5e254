import type { Project } from "../../project/project";
import type { ProviderSettings } from "../../synthetic";
import { findPlugin } from "./find";
import { Plugin, type Surroundings } from "./plugin";

export type { Construction } from "./construction";
export { ConstructFailure } from "./failure";
export { Failures } from "./failures";
export type { Answer, MethodCall } from "./plugin";

/** The plugins of remote components, each started when the first of its components is declared. */
export class Plugins {
    private readonly started = new Map<string, Promise<Plugin | undefined>>();

    constructor(
        private readonly project: Project,
        private readonly around: Surroundings,
    ) {}

    /** Undefined where the plugin is not installed; rejects with `CannotCheck` where it does not start. */
    of(settings: ProviderSettings): Promise<Plugin | undefined> {
        const key = JSON.stringify(settings);
        let plugin = this.started.get(key);
        if (!plugin) {
            plugin = this.start(settings);
            this.started.set(key, plugin);
        }
        return plugin;
    }

    /** Their processes end with the check. */
    close(): void {
        for (const plugin of this.started.values()) plugin.then((one) => one?.close()).catch(() => undefined);
    }

    private async start(settings: ProviderSettings): Promise<Plugin | undefined> {
        const command = findPlugin(this.project, settings.package, settings.version ?? "");
        return command && Plugin.start(command, settings, this.around);
    }
}
