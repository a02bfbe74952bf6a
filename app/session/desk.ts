import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Db } from '../db/database.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import type { Assets, Theme } from '../ui/shell.ts'
import type { Reader } from './actor.ts'

/** What the server is set to, as far as pages need it. */
export type House = {
  readonly db: Db
  /** The address by which the outside reaches the server, without a slash at the end; null: as the request says. */
  readonly baseUrl: string | null
  readonly demoIsOn: boolean
  /** Whether mail leaves the server; without, messages go to its console. */
  readonly mailIsOn: boolean
  /** The address that letters come from; null where none leaves. */
  readonly mailFrom: string | null
  /** Where the key of private notes lies; read by the room of notes alone. */
  readonly notesKeyFile: string
  /** Where files with results lie while somebody decides what becomes of them; emptied when the server starts. */
  readonly incomingDir: string
  readonly assets: Assets
  readonly now: () => Date
}

/** Everything that a page works with, for one request. */
export type Desk = {
  readonly house: House
  readonly db: Db
  readonly now: Moment
  readonly today: Day
  readonly language: Language
  /** Null for a visitor who has not signed in. */
  readonly reader: Reader | null
  /** A value for the content security policy of this answer. */
  readonly nonce: string
  /** The path and question of this request, to come back to. */
  readonly path: string
  /** Light or dark as chosen in this browser; null: as the system has it. */
  readonly theme: Theme | null
}

/** The variables that the server's middleware lays on Hono's context. */
export type OnDesk = {
  Bindings: Partial<HttpBindings>
  Variables: { nonce: string; desk: Desk }
}

export const deskOf = (context: Context<OnDesk>) => context.get('desk')

/** The desk of somebody who is signed in; routes without a session never get this far. */
export function readerOf(context: Context<OnDesk>): Reader {
  const { reader } = deskOf(context)
  if (!reader) throw new Error('a page for members was reached without a session')
  return reader
}
