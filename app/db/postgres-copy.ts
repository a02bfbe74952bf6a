import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import type { CopyIn } from './database.ts'

/** COPY over the connection of a transaction. When the lines stop with an error, the transaction can only roll back. */
export const copier =
  (client: pg.PoolClient): CopyIn =>
  (into, pieces) =>
    pipeline(Readable.from(pieces, { objectMode: true }), client.query(from(`copy ${into} from stdin`)))
