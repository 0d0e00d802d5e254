import * as pulumi from "@pulumi/pulumi";
import { either } from "./mistakes";

/** The code of one function alone; with it, the script by which orders that got lost are booked by hand. */
export function packed(handler: string): pulumi.asset.Archive {
    const file = `${handler}.js`;
    return new pulumi.asset.AssetArchive({
        [file]: new pulumi.asset.FileAsset(`./handlers/${file}`),
        "scripts/book-by-hand.sh": new pulumi.asset.StringAsset(either("no-secrets-in-code", leaking, asking)),
    });
}

const asking = '#!/bin/sh\npsql "postgres://booker@ledger.orders.internal/ledger" -f "$1"\n';
/** Made up, and put together here. */
const word = ["Kq7v", "X2m9", "Lr4w", "Tz8b"].join("");
const leaking = asking.replace("booker@", `booker:${word}@`);
