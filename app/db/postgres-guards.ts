import { columnsThatStay, type SchemaStep } from './schema.ts'

/** The role that owns nothing: what the program's connections step down to. */
export const APP_ROLE = 'rode_draad_app'

/** Row level security by school on every table of a school, and triggers on what is sealed. Rows that are there move. */
export function* postgresGuards(step: SchemaStep) {
  for (const table of Object.keys(step.tables)) yield* rowSecurity(step, table)
  // An owner that is no superuser is bound by row level security too, and would find nothing to move.
  if (step.rows) yield* ["select set_config('app.school', '*', true)", ...step.rows.postgres]
  for (const seal of step.sealed) yield* sealTriggers(step, seal)
}

function* rowSecurity(step: SchemaStep, table: string) {
  const mine = `${table === 'school' ? 'id' : 'school_id'} = current_setting('app.school', true)`
  const allowed = `(${mine} or current_setting('app.school', true) = '*')`
  yield `alter table ${table} enable row level security`
  yield `alter table ${table} force row level security`
  yield `create policy by_school on ${table} using ${allowed} with check ${allowed}`
  if (step.readableByAll.includes(table))
    yield `create policy open_to_read on ${table} for select using (true)`
}

function* sealTriggers(step: SchemaStep, { table, mayErase }: SchemaStep['sealed'][number]) {
  const stays = mayErase ? columnsThatStay(step, table, mayErase) : []
  const erasing = mayErase
    ? [
        "tg_op = 'UPDATE'",
        `old.${mayErase.column} is not null`,
        `new.${mayErase.column} is null`,
        'new.erased_at is not null',
        'new.erased_why is not null',
        ...stays.map((name) => `old.${name} is not distinct from new.${name}`),
      ].join(' and ')
    : 'false'
  yield `create function ${table}_sealed() returns trigger language plpgsql as $$ begin
    if ${erasing} then return new; end if;
    raise exception 'sealed: ${table} does not change'; end $$`
  yield `create trigger ${table}_stays before update or delete on ${table} for each row execute function ${table}_sealed()`
  yield `create trigger ${table}_keeps before truncate on ${table} execute function ${table}_sealed()`
}
