/** The three subjects of which the rule of the Inspectie counts the levels. */
export const RULE_SUBJECTS = ['reading', 'language', 'arithmetic'] as const
export type RuleSubject = (typeof RULE_SUBJECTS)[number]

/** The year group that does the doorstroomtoets. */
export const RULE_YEAR_GROUP = 8

/**
 * How files name them. The three are those of the Regeling leerresultaten PO 2020 (BWBR0043066, bijlage A): lezen,
 * taalverzorging, rekenen; LV and TV stand so in DUO's open file of reference levels; 'taal' and 'rekenen-wiskunde' were the
 * words of the eindtoets. A subject by another name (spelling, technical reading, world orientation) is not of the rule.
 */
const NAMES: Readonly<Record<RuleSubject, readonly string[]>> = {
  reading: ['lezen', 'begrijpend lezen', 'leesvaardigheid', 'lv', 'reading', 'reading comprehension'],
  language: ['taalverzorging', 'taal', 'tv', 'language', 'language skills', 'language conventions'],
  arithmetic: [
    'rekenen',
    'rekenen wiskunde',
    'rekenen en wiskunde',
    'rekenwiskunde',
    'rekenvaardigheid',
    'rek',
    'arithmetic',
    'mathematics',
    'maths',
    'math',
  ],
}

const BY_NAME = new Map(RULE_SUBJECTS.flatMap((one) => NAMES[one].map((name) => [name, one] as const)))

/** Words that say of which test a subject is, not which subject: 'Doorstroomtoets IEP 2026: Lezen', 'Nederlands - lezen'. */
const BESIDE = new Set(
  [
    'doorstroomtoets eindtoets toets centrale digitale onderdeel domein vak referentieniveau nederlands nederlandse',
    'transition final test subject dutch cito iep bureau ice route dia diataal amn doe boom lib leerling in beeld',
  ].flatMap((words) => words.split(' ')),
)

/** Which of the three a subject is, however a file writes it; null when it is another one. */
export function ruleSubjectOf(subject: string): RuleSubject | null {
  const words = subject
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/)
  const bare = words.filter((word) => word !== '' && !BESIDE.has(word)).join(' ')
  return BY_NAME.get(bare) ?? null
}

/**
 * Of fewer than this part of the fullest one's pupils a subject or series is half brought in: who is ill catches up, so all
 * but a few pupils do all three.
 */
export const LEAST_PART = 0.75

type Tested = { readonly subject: string; readonly series: number; readonly pupils: number }

/**
 * Of each of the three the series that counts, for a pupil's level of a subject counts once a year: the one that came last
 * of those that aren't a small part. `tests`: of one school year, each a series in which there are levels.
 */
export function newestSeries(tests: readonly Tested[]): Map<RuleSubject, number> {
  const newest = new Map<RuleSubject, number>()
  for (const of of RULE_SUBJECTS) {
    const some = tests.filter(({ subject }) => ruleSubjectOf(subject) === of)
    const most = Math.max(...some.map(({ pupils }) => pupils))
    const full = some.filter(({ pupils }) => pupils >= LEAST_PART * most)
    if (full.length > 0) newest.set(of, Math.max(...full.map(({ series }) => series)))
  }
  return newest
}
