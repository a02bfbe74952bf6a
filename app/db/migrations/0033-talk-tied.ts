import type { SchemaStep } from '../schema.ts'

/**
 * Which ambitions went along when a talk came to hang on something in the plan, and where they hung before. These lay
 * among the lines of the talk, as lines of the part 'tied'.
 */
export const talkTied: SchemaStep = {
  name: '0033-talk-tied',
  tables: {
    data_talk_tied: `talk_id text not null references data_talk, ambition_id text not null,
      school_id text not null references school, was_plan_id text, was_entry_id text, was_amendment_id text,
      primary key (talk_id, ambition_id)`,
  },
  openTables: {},
  columns: [],
  rows: {
    sqlite: moving((...at) => `json_extract(fact, '$.${at.join('.')}')`),
    postgres: moving((...at) => `fact::json #>> '{${at.join(',')}}'`),
  },
  indexes: [],
  sealed: [],
  readableByAll: [],
}

/** `said`: how a database reads what stands at a place in the JSON of a row. */
function moving(said: (...at: string[]) => string): string[] {
  const was = ['planId', 'entryId', 'amendmentId'].map((name) => said('was', name))
  return [
    `insert into data_talk_tied
      (talk_id, ambition_id, school_id, was_plan_id, was_entry_id, was_amendment_id)
      select talk_id, ${said('ambition')}, school_id, ${was.join(', ')} from data_talk_line
      where part = 'tied' and fact is not null`,
    `delete from data_talk_line where part = 'tied'`,
  ]
}
