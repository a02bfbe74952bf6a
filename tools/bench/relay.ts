import { createServer } from 'node:http'
import nodeAdapter from 'crossws/adapters/node'
import { createDecoder, readVarUint } from 'lib0/decoding'
import { createEncoder, length, toUint8Array, writeVarUint } from 'lib0/encoding'
import { readSyncMessage, writeUpdate } from 'y-protocols/sync'
import { Doc } from 'yjs'

type Peer = { readonly websocket: { send?: (bytes: Uint8Array) => void } }

/**
 * A bare relay to compare with, run as a child process: one Yjs document in memory, every update to everyone else.
 * No rights, no names, nothing stored.
 */
const doc = new Doc()
const peers = new Set<Peer>()

doc.on('update', (update: Uint8Array, from: unknown) => {
  const encoder = createEncoder()
  writeVarUint(encoder, 0)
  writeUpdate(encoder, update)
  const message = toUint8Array(encoder)
  for (const peer of peers) if (peer !== from) peer.websocket.send?.(message)
})

const adapter = nodeAdapter({
  hooks: {
    open: (peer) => void peers.add(peer),
    close: (peer) => void peers.delete(peer),
    message(peer, message) {
      const decoder = createDecoder(new Uint8Array(message.uint8Array()))
      if (readVarUint(decoder) !== 0) return
      const encoder = createEncoder()
      writeVarUint(encoder, 0)
      readSyncMessage(decoder, encoder, doc, peer)
      if (length(encoder) > 1) peer.send(toUint8Array(encoder))
    },
  },
})

process.stdin.resume().on('end', () => process.exit(0))

const server = createServer()
server.on('upgrade', (incoming, socket, head) => void adapter.handleUpgrade(incoming, socket, head))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`ws://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`)
})
