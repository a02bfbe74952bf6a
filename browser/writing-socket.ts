import { HocuspocusProviderWebsocket } from '@hocuspocus/provider'

/** The server ended it with a reason: it starts anew (1012), or something here is not as it should be. */
const RESTART = 1012
const TOLD_TO_GO = 1008
const REST = { restart: 1000, other: 8000 }

class Line extends HocuspocusProviderWebsocket {
  #rest = 0

  /** Calmly: who was told to go does not stand at the door again at once. */
  leave(code: number) {
    if (code < TOLD_TO_GO || code === 4408) return
    this.disconnect()
    clearTimeout(this.#rest)
    this.#rest = window.setTimeout(() => this.back(), code === RESTART ? REST.restart : REST.other)
  }

  override destroy() {
    clearTimeout(this.#rest)
    super.destroy()
  }

  back() {
    clearTimeout(this.#rest)
    void this.connect()
  }

  /** A browser without a network tells so at once; the connection itself notices much later, also that it is closed. */
  cut() {
    this.disconnect()
    this.emit('close', { event: { code: 4408, reason: '' } })
  }
}

let socket: Line | null = null
let users = 0
let leave = new AbortController()

/** The one connection over which all texts of this page are written. */
export function takeSocket(): HocuspocusProviderWebsocket {
  users += 1
  socket ??= opened()
  return socket
}

/** The last one closes the door; who comes back soon finds it open. */
export function giveSocketBack() {
  users -= 1
  setTimeout(() => {
    if (users > 0 || !socket) return
    leave.abort()
    socket.destroy()
    socket = null
  }, SOON)
}

const SOON = 2000
/** Between two tries, in milliseconds: a school whose server starts again must not wait half a minute. */
const WAITS = { delay: 500, minDelay: 500, maxDelay: 8000, factor: 1.6 }

function opened() {
  const url = new URL('/writing', location.href)
  url.protocol = url.protocol.replace('http', 'ws')
  const made = new Line({ url: url.href, ...WAITS, onClose: ({ event }) => made.leave(event.code) })
  leave = new AbortController()
  const { signal } = leave
  window.addEventListener('offline', () => made.cut(), { signal })
  window.addEventListener('online', () => made.back(), { signal })
  // somebody comes back to this page, perhaps signed in again on another
  window.addEventListener('focus', () => made.back(), { signal })
  return made
}
