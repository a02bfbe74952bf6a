import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const url64 = (data: Buffer) => data.toString('base64url')

const PRESENT = 0x01
const VERIFIED = 0x04
const NEW_KEY = 0x40

type Setting = { readonly origin: string; readonly userVerified?: boolean }

/**
 * A passkey in software: makes the answers that a browser with a real one would give.
 *
 * @param host the host that the key is bound to
 */
export function makeAuthenticator(host: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
  const id = randomBytes(16)
  let counter = 0

  const clientData = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const head = (flags: number) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter++)
    return Buffer.concat([sha256(host), Buffer.from([flags]), count])
  }
  const common = { id: url64(id), rawId: url64(id), type: 'public-key', clientExtensionResults: {} }

  return {
    id: url64(id),
    /** The answer to `navigator.credentials.create`. */
    create(challenge: string, { origin, userVerified = true }: Setting) {
      const flags = PRESENT | NEW_KEY | (userVerified ? VERIFIED : 0)
      const idLength = Buffer.from([0, id.length])
      const authData = Buffer.concat([head(flags), Buffer.alloc(16), idLength, id, coseKey(x, y)])
      const attestationObject = url64(attestation(authData))
      const clientDataJSON = url64(clientData('webauthn.create', challenge, origin))
      return { ...common, response: { clientDataJSON, attestationObject, transports: ['internal'] } }
    },
    /** The answer to `navigator.credentials.get`. */
    get(challenge: string, { origin, userVerified = true }: Setting) {
      const authenticatorData = head(PRESENT | (userVerified ? VERIFIED : 0))
      const client = clientData('webauthn.get', challenge, origin)
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(client)]), privateKey)
      const response = {
        clientDataJSON: url64(client),
        authenticatorData: url64(authenticatorData),
        signature: url64(signature),
      }
      return { ...common, response }
    },
  }
}

/** An elliptic key on P-256 for ES256, as COSE writes it in CBOR. */
const coseKey = (x: string, y: string) =>
  Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
    Buffer.from(x, 'base64url'),
    Buffer.from([0x22, 0x58, 0x20]),
    Buffer.from(y, 'base64url'),
  ])

/** {fmt: 'none', attStmt: {}, authData} in CBOR. */
const attestation = (authData: Buffer) =>
  Buffer.concat([
    Buffer.from([0xa3]),
    cborText('fmt'),
    cborText('none'),
    cborText('attStmt'),
    Buffer.from([0xa0]),
    cborText('authData'),
    Buffer.from([0x59, authData.length >> 8, authData.length & 0xff]),
    authData,
  ])

const cborText = (text: string) => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)])
