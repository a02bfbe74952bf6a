const PIECE = 256 * 1024

/** Bytes in memory as pieces, so that a reader that takes them one by one lets other work go in between. */
export async function* bytePieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    yield bytes.subarray(at, at + PIECE)
    await new Promise<void>((go) => setImmediate(go))
  }
}
