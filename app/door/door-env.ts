import type { HttpBindings } from '@hono/node-server'

/** What the door gives to everything behind it. */
export type DoorEnv = {
  /** Node's own request and response; absent when a test calls the app without a server. */
  Bindings: Partial<HttpBindings>
  Variables: {
    /** Goes on every script and style element of the page. */
    nonce: string
  }
}
