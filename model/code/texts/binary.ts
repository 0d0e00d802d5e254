/** By their names: what holds no text that anybody wrote, or text only behind a format of its own. */
const BINARY =
    /\.(?:png|jpe?g|gif|webp|avif|ico|bmp|tiff?|psd|heic|woff2?|ttf|otf|eot|mp[34]|m4[av]|mov|avi|mkv|webm|wav|og[gv]|flac|zip|t?gz|bz2|xz|zst|br|7z|rar|tar|jar|war|ear|whl|egg|nupkg|deb|rpm|apk|class|pyc|pyo|pyd|node|wasm|so|dll|dylib|exe|pdb|lib|obj|pdf|docx?|xlsx?|pptx?|od[tsp]|parquet|avro|orc|onnx|pb|pkl|pickle|npy|npz|h5|safetensors|gguf|tflite|sqlite3?|mmdb|dat\.gz|mo)$|\.so(?:\.\d+)+$|(?:^|\/)__pycache__\//i;

export function isBinaryName(path: string): boolean {
    return BINARY.test(path);
}

/** How much of a text decides whether it is one. */
const LOOKED_AT = 8_000;
const MOST_BROKEN = 0.1;

/** Was this text made of bytes that are none? A few broken letters are another encoding's. */
export function isGarbage(text: string): boolean {
    const head = text.slice(0, LOOKED_AT);
    if (head.includes("\0")) return true;
    return (head.match(/\uFFFD/g)?.length ?? 0) > head.length * MOST_BROKEN;
}
