import type { Db, Sql } from '../db/database.ts'
import type { PersonId, PieceId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import { erasePassages, forgetHand } from '../writing/passage-store.ts'

/** Leaves nothing of a piece; who has it open in the editor is told. */
export async function erasePiece(sql: Sql, tx: Db, actor: Actor, id: PieceId) {
  tx.announce({ topic: 'passage', schoolId: actor.schoolId, id })
  await erasePassages(sql, actor, id)
  await sql
    .deleteFrom('piece_link')
    .where('piece_id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .execute()
  await sql.deleteFrom('piece').where('id', '=', id).where('school_id', '=', actor.schoolId).execute()
}

/** Takes the name of somebody from all pieces, which stay, and from what they took along. */
export async function nameNobody(sql: Sql, actor: Actor, writer: PersonId) {
  const pieces = await sql
    .selectFrom('piece')
    .select('id')
    .where('school_id', '=', actor.schoolId)
    .where('writer_id', '=', writer)
    .execute()
  for (const { id } of pieces) await forgetHand(sql, actor, id)
  await sql
    .updateTable('piece')
    .set({ writer_id: null })
    .where('school_id', '=', actor.schoolId)
    .where('writer_id', '=', writer)
    .execute()
  await sql
    .updateTable('piece_link')
    .set({ linked_by: null })
    .where('school_id', '=', actor.schoolId)
    .where('linked_by', '=', writer)
    .execute()
}
