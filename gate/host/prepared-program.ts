import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import type * as grpc from "@grpc/grpc-js";
import { packageRoot } from "../package-root";
import { removeFolder, temporaryFolder } from "../temporary";
import { listen } from "./listen";
import { keep, release } from "./processes";
import { startProgram, type Told } from "./program";
import type { Loaded } from "./standby";

/** A process that has loaded what a program will ask for, and the server that it will speak to. */
export interface Standby {
    readonly server: grpc.Server;
    readonly address: string;
    /** Lets the program run. */
    go(): ChildProcess;
}

/** Keeps a process ready for the next run of a stack's program; each run tells what the next is to load. */
export class PreparedProgram {
    private readonly folder = temporaryFolder();
    private next: (Omit<Standby, "go"> & { readonly child: ChildProcess; readonly key: string }) | undefined;

    /** Starts the process that the next run takes. */
    async prepare(told: Told): Promise<void> {
        this.drop();
        const { server, address } = await listen();
        const child = startProgram(told, address, [path.join(packageRoot(), "bin/gate/standby.js"), this.loaded]);
        keep(child);
        // Where it ends before it is let go, the run that takes it says so.
        child.stdin?.on("error", () => undefined);
        this.next = { server, address, child, key: keyOf(told) };
    }

    /** The process that waits for this program, as it is told now; a run takes it once. */
    take(told: Told): Standby | undefined {
        const { next } = this;
        if (!next) return undefined;
        const { child, key, server, address } = next;
        if (key !== keyOf(told) || child.exitCode !== null || child.signalCode !== null) return undefined;
        this.next = undefined;
        const go = () => {
            release(child);
            child.stdin?.end("\n");
            return child;
        };
        return { server, address, go };
    }

    /** The program's own files that the last run required. */
    get ownFiles(): readonly string[] {
        try {
            return (JSON.parse(readFileSync(this.loaded, "utf8")) as Loaded).own;
        } catch {
            return [];
        }
    }

    close(): void {
        this.drop();
        removeFolder(this.folder);
    }

    private get loaded(): string {
        return path.join(this.folder, "loaded.json");
    }

    private drop(): void {
        this.next?.child.kill("SIGKILL");
        this.next?.server.forceShutdown();
        this.next = undefined;
    }
}

/** A process that was told something else is none for this run. */
function keyOf({ project, configuration, organization, typeCheck }: Told): string {
    return JSON.stringify([project, configuration, organization, typeCheck]);
}
