import type { Kysely } from 'kysely'
import type { SchoolId } from '../kernel/id.ts'
import type { Fact, Listener } from './announce.ts'
import type { Tables } from './tables.ts'

/** SQL within one scope, as Kysely. */
export type Sql = Kysely<Tables>

/**
 * Whose rows may be seen: those of one school (an actor will do), of all schools ('server': sign-in, the mail queue,
 * the command line), or only what is open before the school is known ('open': sessions by their hash, settings).
 */
export type Scope = { readonly schoolId: SchoolId } | 'server' | 'open'

/** The handle on the database. Inside a transaction the handle given to the act joins that transaction. */
export type Db = {
  readonly dialect: 'sqlite' | 'postgres'
  /** True inside an open transaction: what is read there may yet be rolled back, so keep none of it. */
  readonly isTransaction: boolean
  /** Reads what is committed (or, inside a transaction, what it sees). */
  read<Answer>(scope: Scope, act: (sql: Sql) => Promise<Answer>): Promise<Answer>
  /**
   * One transaction: all of the act or nothing; an act that answers a refusal (or throws
   * `RefusedInside`, which is answered as its refusal) leaves nothing behind. Await nothing but SQL inside, and use only the `tx` handle there:
   * the outer one would wait for itself, and throws.
   */
  write<Answer>(scope: Scope, act: (sql: Sql, tx: Db) => Promise<Answer>): Promise<Answer>
  /**
   * Inside a transaction: waits for other writers that hold the same key (an id), until the transaction ends.
   * SQLite has one writer at a time and needs no waiting.
   */
  hold(key: string): Promise<void>
  /**
   * PostgreSQL, inside a transaction: takes rows in with COPY, as lines in its text format ('name (columns)', lines);
   * COPY goes into tables without row level security only. Null where there is none.
   */
  readonly copyIn: CopyIn | null
  /**
   * The same text as long as nothing was committed in this database, by whatever server: who keeps what it read under
   * the stamp of before the reading never shows less than is committed. Other databases of the same PostgreSQL server
   * count too, so that a stamp may change more often than needed.
   */
  stamp(): Promise<string>
  /** Tells what happened; inside a transaction only once that is committed, and never when it is rolled back. */
  announce(fact: Fact): void
  /** Listens to what happens in this process; answers how to stop. */
  readonly hear: (listener: Listener) => () => void
  close(): Promise<void>
}

export type CopyIn = (into: string, pieces: Iterable<string>) => Promise<void>

/** The value of `app.school` that row level security compares with. */
export const schoolSetting = (scope: Scope) =>
  typeof scope === 'string' ? (scope === 'server' ? '*' : null) : scope.schoolId

/** The handle inside one open transaction: reads and writes join it; `announce` gathers what is told afterwards. */
export function joined(
  outer: Pick<Db, 'dialect' | 'hear'>,
  sql: Sql,
  hold: Db['hold'],
  announce: Listener,
  copyIn: CopyIn | null = null,
): Db {
  const tx: Db = {
    dialect: outer.dialect,
    isTransaction: true,
    read: (_scope, act) => act(sql),
    write: (_scope, act) => act(sql, tx),
    hold,
    copyIn,
    stamp: () => Promise.reject(new Error('inside a transaction nothing is kept')),
    announce,
    hear: outer.hear,
    close: () => Promise.reject(new Error('a transaction does not close the database')),
  }
  return tx
}

/** The outer handle has no transaction to hold anything in. */
export const holdNothing: Db['hold'] = () => Promise.reject(new Error('hold() belongs inside a transaction'))

/** Why a database can't be opened; the start page of the program turns it into one line. */
export class CannotOpen extends Error {
  readonly reason: 'not-writable' | 'served' | 'unreachable' | 'newer' | 'not-a-database' | 'too-old-server'
  readonly detail: string
  constructor(reason: CannotOpen['reason'], detail = '') {
    super(`cannot open the database: ${reason} ${detail}`)
    this.reason = reason
    this.detail = detail
  }
}
