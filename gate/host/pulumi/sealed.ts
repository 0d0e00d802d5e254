import { createCipheriv, pbkdf2, randomBytes } from "node:crypto";
import { promisify } from "node:util";

/** As Pulumi's secrets provider `passphrase` does it. Source: pulumi/pulumi, sdk/go/common/resource/config/crypt.go. */
const ITERATIONS = 1_000_000;
const [SALT_BYTES, NONCE_BYTES, KEY_BYTES] = [8, 12, 32];
/** By whose decryption the engine knows the passphrase again. */
const PROOF = "pulumi";

/** Encrypts a stack's secrets with a passphrase, as they stand in its configuration file. */
export class Sealer {
    private constructor(
        private readonly key: Buffer,
        private readonly salt: Buffer,
    ) {}

    static async of(passphrase: string): Promise<Sealer> {
        const salt = randomBytes(SALT_BYTES);
        return new Sealer(await promisify(pbkdf2)(passphrase, salt, ITERATIONS, KEY_BYTES, "sha256"), salt);
    }

    /** The file's `encryptionsalt`. */
    get encryptionSalt(): string {
        return `v1:${this.salt.toString("base64")}:${this.sealed(PROOF)}`;
    }

    sealed(text: string): string {
        const nonce = randomBytes(NONCE_BYTES);
        const cipher = createCipheriv("aes-256-gcm", this.key, nonce);
        const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
        return `v1:${nonce.toString("base64")}:${sealed.toString("base64")}`;
    }
}
